import { Body, Controller, Headers, Inject, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor, Erasure, ErasureCounts } from '#domain';
import { AllowForAllTeams, CurrentActor, ProblemException } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { ref } from '../http/filters.schema.js';
import { checkedKey, TakesIdempotencyKey } from '../http/idempotency-key.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { erasure, erasureCounts, exampleErasure } from '../read-models/erasure.schema.js';
import { EraseCustomerCommand } from './erase-customer.command.js';

const bodySchema = z.strictObject({
  customer: ref.describe('`ref` du client, n’importe laquelle des siennes · of the customer, any of hers'),
  reason: z.string().trim().min(1).max(500).describe('Pourquoi, sans nommer la personne : cela reste · Why, without naming the person: it stays').meta({ examples: ['Demande d’effacement n° 118'] }),
  dryRun: z.boolean().default(false).describe('Dire ce qui partirait, ne rien changer · Only tell what would go'),
});

const answerSchema = z.union([erasure, z.strictObject({ counts: erasureCounts }).meta({ id: 'ErasureDryRun' })]);

@Controller('v1/erasures')
export class EraseCustomerController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('dpo', 'admin')
  @Post()
  @TakesIdempotencyKey()
  @Describe({
    id: 'eraseCustomer',
    tag: 'erasures',
    fr: 'Effacer un client : tout ce qui est gardé de lui, sans retour',
    en: 'Erase a customer: all that is kept, for good',
    details:
      'Échanges, constats, paroles données, faits, références et messages en attente partent dans une seule transaction ; les chiffres suivent. Il reste que cela a été fait, et des empreintes : ce qui revient est refusé (`erased`). ' +
      'La même `Idempotency-Key` n’agit qu’une fois. · ' +
      'Interactions, findings, pledges, facts, refs and waiting messages go in one transaction; figures follow. What is left is that it was done, and hashes: what comes again is refused (`erased`). ' +
      'The same `Idempotency-Key` acts once.',
    answer: answerSchema,
    example: exampleErasure,
    changes: { status: 201, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'invalid_header', 'not_found', 'idempotency_conflict', 'unsupported_media_type'],
  })
  async erase(
    @CurrentActor() actor: Actor,
    @Body({ schema: bodySchema }) { customer, reason, dryRun }: z.output<typeof bodySchema>,
    @Headers('idempotency-key') given: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Erasure | { readonly counts: ErasureCounts }> {
    const erased = await this.commands.execute(new EraseCustomerCommand(this.settings.organisationId, customer, reason, actor.id, checkedKey(given), dryRun));
    if (erased.kind === 'counted') {
      void reply.status(200);
      return { counts: erased.counts };
    }
    if (erased.kind !== 'done') throw refused(erased.kind);
    void reply.status(erased.again ? 200 : 201).header('location', `/v1/erasures/${erased.erasure.id}`);
    return erased.erasure;
  }
}

function refused(kind: 'missing' | 'other' | 'tells'): ProblemException {
  if (kind === 'missing') return noSuch('Client', 'customer');
  if (kind === 'other') return new ProblemException(422, 'idempotency_conflict', { fr: 'Cette clé a servi à une autre demande ; rien n’a été changé.', en: 'This key was used for another request; nothing was changed.' });
  return new ProblemException(422, 'unprocessable', { fr: 'La raison nomme la personne ; rien n’a été effacé.', en: 'The reason names the person; nothing was erased.' }, [
    { pointer: '#/reason', detail: { fr: 'Elle reste après l’effacement : dites-la sans nom ni référence.', en: 'It stays after the erasure: say it without name or ref.' } },
  ]);
}
