import { Command } from '@nestjs/cqrs';
import type { ReportedFact } from '#domain';
import type { Judgement } from '../publish-interactions/judged-interaction.js';

/** A fact beside what is kept of it. */
export interface JudgedFact {
  readonly id: string;
  readonly fact: ReportedFact;
  readonly judgement: Judgement;
}

/** All of them taken in, or none: a conflict among them, or a stream that takes nothing, holds back the rest. */
export type FactReception =
  | { readonly kind: 'received'; readonly items: readonly JudgedFact[] }
  | { readonly kind: 'conflict' | 'erased'; readonly items: readonly JudgedFact[] }
  | { readonly kind: 'unavailable'; readonly cause: unknown };

/** Takes in what a company's system tells; telling it again changes nothing. */
export class ReceiveFactsCommand extends Command<FactReception> {
  /** @param facts valid ones (checkFact) */
  constructor(readonly facts: readonly ReportedFact[]) {
    super();
  }
}
