import { Body, Controller, Headers, Param, Put, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type FindingView, REVIEWERS, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { findingNow, seenFinding, standsAs } from '../disputes/disputed-finding.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleResolvedFinding } from '../read-models/dispute.example.js';
import { rulingBody, rulingOf } from '../read-models/dispute.schema.js';
import { findingView } from '../read-models/finding.schema.js';
import { findingTag } from '../reviews/reviewed-finding.js';
import { notAPerson, refusedRuling } from './refused-ruling.js';
import { ResolveDisputeCommand } from './resolve-dispute.command.js';

@Controller('v1/findings')
export class ResolveDisputeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...REVIEWERS)
  @Put(':id/dispute/resolution')
  @Describe({
    id: 'resolveDispute',
    tag: 'disputes',
    fr: 'Trancher une contestation',
    en: 'Resolve a dispute',
    details:
      'Par une personne qui n’a pas donné le jugement et que le constat ne concerne pas. `upheld` : l’écart compte de nouveau ; `overturned` : il ne compte plus nulle part, et tous les chiffres sont corrigés depuis le début. C’est définitif. · ' +
      'By a person who did not give the judgement and whom the finding is not about. `upheld`: the violation counts again; `overturned`: it counts nowhere, and every figure is corrected from the start. It is final.',
    answer: findingView,
    example: exampleResolvedFinding,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'own_finding', 'words_gone', 'own_judgement', 'not_disputed', 'already_settled', 'held_by_other', 'precondition_failed', 'unsupported_media_type'],
  })
  async resolve(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: rulingBody }) body: z.output<typeof rulingBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FindingView> {
    if (actor.kind !== 'account') throw notAPerson();
    const { organisationId, id: by } = actor;
    const sight = sightOf(actor);
    const seen = await seenFinding(this.queries, organisationId, id, sight, ifMatch);
    const request = { organisationId, findingId: id, ruling: rulingOf(body), by, sight, expects: standsAs(seen) };
    const refused = refusedRuling(await this.commands.execute(new ResolveDisputeCommand(request)));
    if (refused !== undefined) throw refused;
    const finding = await findingNow(this.queries, organisationId, id, sight);
    void reply.header('etag', findingTag(finding));
    return finding;
  }
}
