import { Command } from '@nestjs/cqrs';
import type { BeginRequest, Begun } from '#storage';

/** Begins the draft of an evaluation, or finds it. */
export class BeginEvaluationCommand extends Command<Begun> {
  constructor(
    readonly request: BeginRequest,
  ) {
    super();
  }
}
