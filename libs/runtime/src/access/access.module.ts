import { type DynamicModule, Module, type ModuleMetadata, type Provider } from '@nestjs/common';
import { openActor } from '#domain';
import { ActorSource } from './actor-source.js';

/** Tells the application who asks. Every application that serves more than health imports it once. */
@Module({})
export class AccessModule {
  /** Asks `source`, a provider of the token ActorSource. */
  static from(source: Provider<ActorSource>, { imports = [] }: Pick<ModuleMetadata, 'imports'> = {}): DynamicModule {
    return { module: AccessModule, global: true, imports, providers: [source], exports: [ActorSource] };
  }

  /** Whoever reaches the port may do everything, as `local`. */
  static open(organisationId: string): DynamicModule {
    const actor = openActor(organisationId);
    return AccessModule.from({ provide: ActorSource, useValue: { actorOf: async () => actor } });
  }
}
