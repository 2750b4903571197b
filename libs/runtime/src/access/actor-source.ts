import type { Actor } from '#domain';

/** What a request says of who sends it; null where it says nothing. */
export interface Credentials {
  /** Of `Authorization: Bearer …`. */
  readonly key: string | null;
  /** Of the session cookie. */
  readonly session: string | null;
}

/** Who asks. The application gives one (AccessModule); without one only what is open to anyone is served. */
export abstract class ActorSource {
  /** Null: nobody known, and the port is not open. */
  abstract actorOf(credentials: Credentials): Promise<Actor | null>;

  /** Whether whoever reaches the port may do everything. */
  abstract isOpen(): Promise<boolean>;
}
