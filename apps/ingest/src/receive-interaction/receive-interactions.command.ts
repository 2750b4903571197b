import { Command } from '@nestjs/cqrs';
import type { Interaction } from '#domain';
import type { JudgedInteraction } from '../publish-interactions/judged-interaction.js';

/** All of them taken in, or none: a conflict among them, or a stream that takes nothing, holds back the rest. */
export type Reception =
  | { readonly kind: 'received'; readonly items: readonly JudgedInteraction[] }
  | { readonly kind: 'conflict' | 'erased'; readonly items: readonly JudgedInteraction[] }
  | { readonly kind: 'unavailable'; readonly cause: unknown };

/** Takes in interactions that a system sends; sending them again changes nothing. */
export class ReceiveInteractionsCommand extends Command<Reception> {
  /** @param interactions valid ones (parseInteraction) */
  constructor(readonly interactions: readonly Interaction[]) {
    super();
  }
}
