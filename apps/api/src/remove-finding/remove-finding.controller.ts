import { Controller, Delete, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, REVIEWERS, sightOf } from '#domain';
import { Allow, CurrentActor, ProblemException } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { heldByOther } from '../reviews/held-by-other.js';
import { ownFinding } from '../reviews/own-words.js';
import { noSuchFinding, underDispute } from '../reviews/reviewed-finding.js';
import { RemoveFindingCommand } from './remove-finding.command.js';

const removed = z.strictObject({ id: z.uuid() }).meta({ id: 'RemovedFinding' });

@Controller('v1/findings')
export class RemoveFindingController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Delete(':id')
  @Describe({
    id: 'removeFinding',
    tag: 'findings',
    fr: 'Retirer un constat ajouté à la main',
    en: 'Remove a finding added by hand',
    details: 'Inscrit au journal ; les chiffres suivent. Le constat d’une règle se juge, il ne se retire pas. · Journalled; figures follow. A rule’s finding is judged, not removed.',
    answer: removed,
    example: { id: '6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f' },
    changes: { status: 200, versioned: false },
    problems: ['invalid_path', 'not_found', 'own_finding', 'held_by_other', 'found_by_rule', 'under_dispute'],
  })
  async remove(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<{ id: string }> {
    const done = await this.commands.execute(new RemoveFindingCommand(this.settings.organisationId, id, actor.id, sightOf(actor)));
    if (done.kind === 'missing') throw noSuchFinding();
    if (done.kind === 'own') throw ownFinding();
    if (done.kind === 'disputed') throw underDispute();
    if (done.kind === 'held') throw heldByOther(done.hold);
    if (done.kind === 'by-rule') throw new ProblemException(409, 'found_by_rule', { fr: 'Une règle a fait ce constat : écartez-le, avec une raison.', en: 'A rule made this finding: dismiss it, with a reason.' });
    return { id };
  }
}
