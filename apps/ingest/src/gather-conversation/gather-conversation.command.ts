import { Command } from '@nestjs/cqrs';
import type { Refused } from '../sources/refusal.js';
import type { Piece } from './gathered.js';

export type Gathering =
  /** Kept, and sent on now or, when the stream is away, as soon as it is back. */
  | { readonly kind: 'gathered'; readonly revision: number }
  /** Kept; nobody has said anything yet. */
  | { readonly kind: 'silent' }
  /** Nothing new. */
  | { readonly kind: 'known' }
  /** Not kept: with it the conversation would be no interaction any more (too large …). */
  | { readonly kind: 'refused'; readonly refusal: Refused };

/** Adds what a system tells about one of its conversations to what it told before. */
export class GatherConversationCommand extends Command<Gathering> {
  constructor(
    readonly source: string,
    readonly externalId: string,
    readonly piece: Piece,
  ) {
    super();
  }
}
