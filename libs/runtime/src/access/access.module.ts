import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { openActor } from '#domain';
import { ACCESS_SETTINGS, type AccessSettings } from './access-mode.js';
import { ActorSource } from './actor-source.js';
import { KnownActors } from './known-actors.js';

/** Tells the application who asks. Every application that serves more than health imports it once. */
@Module({})
export class AccessModule {
  /** Asks the accounts and keys that are kept (ACCESS_STORE, which StorageModule gives). */
  static register(settings: AccessSettings): DynamicModule {
    return AccessModule.from({ provide: ActorSource, useClass: KnownActors }, { provide: ACCESS_SETTINGS, useValue: settings });
  }

  /** Whoever reaches the port may do everything, as `local`: for tests of what lies behind the guard. */
  static open(organisationId: string): DynamicModule {
    const actor = openActor(organisationId);
    return AccessModule.from({ provide: ActorSource, useValue: { actorOf: async () => actor, isOpen: async () => true } satisfies ActorSource });
  }

  /** Asks `source`, a provider of the token ActorSource. */
  static from(source: Provider<ActorSource>, ...parts: readonly Provider[]): DynamicModule {
    return { module: AccessModule, global: true, providers: [source, ...parts], exports: [ActorSource] };
  }
}
