import { Readable } from 'node:stream';
import { Controller, Get, Headers, Inject, type OnModuleDestroy, Query, Res, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, sightOf, TEAM_READERS } from '#domain';
import { Allow, CurrentActor, ProblemException } from '#runtime';
import { EVENT_PLACE, readPlace } from '#storage';
import type { FastifyReply } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { eventStream } from './event-stream.js';
import { exampleEvent, findingEvent } from './stream-findings.message.js';
import { StreamFindingsQuery } from './stream-findings.query.js';

/** Each listener asks the journal twice a second. */
const MOST_LISTENERS = 100;
/** Then the listener comes back with its last id, misses nothing, and is asked again who it is: rights may have changed. */
const LONGEST_MS = 5 * 60_000;

@Controller('v1/stream')
export class StreamFindingsController implements OnModuleDestroy {
  readonly #stopping = new AbortController();
  #listeners = 0;

  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...TEAM_READERS)
  @Get()
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Le dernier `id` reçu : la suite, sans perte · The last `id` received: what came after, nothing lost', schema: { type: 'string', pattern: `^$|${EVENT_PLACE.source}` } })
  @Describe({
    id: 'streamFindings',
    tag: 'findings',
    fr: 'Suivre les constats au fil de l’eau',
    en: 'Follow findings as they come',
    details:
      'Server-Sent Events. Sans `Last-Event-ID`, à partir de maintenant ; avec lui, tout ce qui a suivi, dans l’ordre, sans perte. Un agent n’est nommé que pour un constat confirmé, sauf réglage contraire. · ' +
      'Server-Sent Events. Without `Last-Event-ID`, from now on; with it, all that came after, in order, nothing lost. An agent is named for confirmed findings only, unless the settings say otherwise.',
    answer: findingEvent,
    example: exampleEvent,
    as: 'text/event-stream',
    problems: ['invalid_header', 'invalid_query'],
  })
  stream(@CurrentActor() actor: Actor, @Query({ schema: noParameters }) _none: unknown, @Headers('last-event-id') last: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    const after = last === undefined || last === '' ? null : readPlace(last);
    if (after === null && last !== undefined && last !== '') {
      throw new ProblemException(400, 'invalid_header', {
        fr: '« Last-Event-ID » n’est pas un identifiant de ce flux ; sans lui, le flux commence maintenant.',
        en: '"Last-Event-ID" is no id of this stream; without it, the stream begins now.',
      });
    }
    if (this.#listeners >= MOST_LISTENERS) {
      throw new ProblemException(503, 'unavailable', { fr: `Déjà ${MOST_LISTENERS} lecteurs sur ce flux ; réessayez plus tard.`, en: `${MOST_LISTENERS} listeners are on this stream already; try again later.` });
    }
    const { organisationId } = this.settings;
    const gone = new AbortController();
    const signal = AbortSignal.any([this.#stopping.signal, gone.signal, AbortSignal.timeout(LONGEST_MS)]);
    const stream = Readable.from(eventStream((place) => this.queries.execute(new StreamFindingsQuery(organisationId, place, sightOf(actor))), after, signal));
    this.#listeners++;
    reply.raw.once('close', () => {
      this.#listeners--;
      gone.abort();
    });
    // nginx would hold events back otherwise. A connection kept alive after the stream would hold the stop of the service.
    void reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no').header('connection', 'close');
    return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
  }

  onModuleDestroy(): void {
    this.#stopping.abort();
  }
}
