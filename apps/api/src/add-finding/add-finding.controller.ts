import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type FindingView, REVIEWERS, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ReadFindingQuery } from '../read-finding/read-finding.query.js';
import { exampleFinding } from '../read-models/examples.js';
import { findingView } from '../read-models/finding.schema.js';
import { findingTag } from '../reviews/reviewed-finding.js';
import { AddFindingCommand } from './add-finding.command.js';
import { addedId } from './added-id.js';
import { newFinding, type NewFinding } from './add-finding.message.js';

@Controller('v1/interactions')
export class AddFindingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Post(':id/findings')
  @HttpCode(201)
  @Describe({
    id: 'addFinding',
    tag: 'findings',
    fr: 'Ajouter un constat qu’aucune règle n’a fait, sur des mots choisis',
    en: 'Add a finding that no rule made, on chosen words',
    details:
      'Inscrit au journal, compté comme confirmé, hors de la précision de la règle : c’est ce qu’elle a manqué. Suit ses mots d’une révision à l’autre. Les mêmes mots et la même règle deux fois ne font qu’un constat. · ' +
      'Journalled, counted as confirmed, outside the rule’s precision: it is what the rule missed. Follows its words from revision to revision. The same words and rule twice are one finding.',
    answer: findingView,
    example: { ...exampleFinding, status: 'confirmed', byHand: { by: 'local', at: '2026-09-14T10:02:00.000Z', note: null } },
    changes: { status: 201, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'own_finding', 'held_by_other', 'found_by_rule', 'unsupported_media_type'],
  })
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) interactionId: string,
    @Body({ schema: newFinding }) { rule, note = null, ...place }: NewFinding,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FindingView> {
    const { organisationId } = this.settings;
    const added = await this.commands.execute(new AddFindingCommand({ organisationId, interactionId, place, ruleId: rule, note, by: actor.id, sight: sightOf(actor) }));
    const finding = await this.queries.execute(new ReadFindingQuery(organisationId, addedId(added), sightOf(actor)));
    if (finding === null) throw noSuch('Constat', 'finding');
    void reply.header('etag', findingTag(finding));
    return finding;
  }
}
