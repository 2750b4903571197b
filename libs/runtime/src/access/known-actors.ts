import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_STORE, type AccessStore, type Actor, openActor } from '#domain';
import { ACCESS_SETTINGS, type AccessSettings } from './access-mode.js';
import { ActorSource, type Credentials } from './actor-source.js';

/** Who asks, by what is kept of accounts and keys, and by the access mode when nothing is said. */
@Injectable()
export class KnownActors extends ActorSource {
  /** Accounts are disabled, never removed: once there is one, there always is. */
  #hasAccounts = false;

  constructor(
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    @Inject(ACCESS_STORE) private readonly store: AccessStore,
  ) {
    super();
  }

  async actorOf({ key, session }: Credentials): Promise<Actor | null> {
    const { organisationId } = this.settings;
    // A key that is sent must hold, open or not: a program would else find out on the day that the port is closed.
    if (key !== null) return this.store.actorOfKey(organisationId, key);
    const actor = session === null ? null : await this.store.actorOfSession(organisationId, session);
    return actor ?? ((await this.isOpen()) ? openActor(organisationId) : null);
  }

  async isOpen(): Promise<boolean> {
    const { mode, organisationId } = this.settings;
    if (mode !== 'setup') return mode === 'open';
    this.#hasAccounts ||= await this.store.hasAccounts(organisationId);
    return !this.#hasAccounts;
  }
}
