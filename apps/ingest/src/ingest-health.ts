import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { INTERACTION_STREAM, type InteractionStream } from '#domain';
import { HealthContributors } from '#runtime';

/** Ingest is ready when the stream takes messages. */
@Injectable()
export class IngestHealth implements OnModuleInit {
  constructor(
    private readonly contributors: HealthContributors,
    @Inject(INTERACTION_STREAM) private readonly stream: InteractionStream,
  ) {}

  onModuleInit(): void {
    this.contributors.add('ingest', () => this.stream.trouble());
  }
}
