import { Controller, Delete, Inject, Param, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, REVIEWERS, type ReviewSample, sightOf } from '#domain';
import { Allow, CurrentActor, ProblemException } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleSample, reviewSample } from '../read-models/review-sample.schema.js';
import { ReadSampleQuery } from '../read-sample/read-sample.query.js';
import { ownFinding } from '../reviews/own-words.js';
import { heldByOther } from '../reviews/held-by-other.js';
import { CompleteSampleItemCommand } from './complete-sample-item.command.js';

const id = z.uuid();
const ONCE = 'Inscrit au journal. La même demande deux fois n’agit qu’une fois. · Journalled. The same request twice acts once.';

@Controller('v1/samples/:id/items/:interactionId/completion')
export class CompleteSampleItemController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Put()
  @Describe({
    id: 'completeSampleItem',
    tag: 'reviews',
    fr: '« Rien d’autre » : tout est jugé ou ajouté dans cet échange de l’échantillon',
    en: '"Nothing else": everything is judged or added in this interaction of the sample',
    details: ONCE,
    answer: reviewSample,
    example: exampleSample,
    changes: { status: 200, versioned: false },
    problems: ['invalid_path', 'not_found', 'own_finding', 'held_by_other', 'findings_waiting'],
  })
  complete(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sampleId: string, @Param('interactionId', { schema: id }) interactionId: string): Promise<ReviewSample> {
    return this.settle(actor, sampleId, interactionId, true);
  }

  @Allow(...REVIEWERS)
  @Delete()
  @Describe({
    id: 'reopenSampleItem',
    tag: 'reviews',
    fr: 'Revenir sur « rien d’autre »',
    en: 'Take "nothing else" back',
    details: ONCE,
    answer: reviewSample,
    example: exampleSample,
    changes: { status: 200, versioned: false },
    problems: ['invalid_path', 'not_found', 'own_finding', 'held_by_other'],
  })
  reopen(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sampleId: string, @Param('interactionId', { schema: id }) interactionId: string): Promise<ReviewSample> {
    return this.settle(actor, sampleId, interactionId, false);
  }

  private async settle(actor: Actor, sampleId: string, interactionId: string, done: boolean): Promise<ReviewSample> {
    const { organisationId } = this.settings;
    const settled = await this.commands.execute(new CompleteSampleItemCommand({ organisationId, sampleId, interactionId, done, by: actor.id, sight: sightOf(actor) }));
    if (settled.kind === 'own') throw ownFinding();
    if (settled.kind === 'held') throw heldByOther(settled.hold);
    if (settled.kind === 'waiting') {
      throw new ProblemException(409, 'findings_waiting', {
        fr: `${settled.findings} constat(s) de cet échange attendent encore un jugement.`,
        en: `${settled.findings} finding(s) of this interaction still wait for a judgement.`,
      });
    }
    const sample = settled.kind === 'missing' ? null : await this.queries.execute(new ReadSampleQuery(organisationId, sampleId, sightOf(actor)));
    if (sample === null) throw noSuch('Échange de cet échantillon', 'interaction of this sample');
    return sample;
  }
}
