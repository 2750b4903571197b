import { Controller, Headers, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AllowAnyone, ApiProblems, log, ProblemException } from '#runtime';
import type { FastifyRequest } from 'fastify';
import { GatherConversationCommand } from '../gather-conversation/gather-conversation.command.js';
import { INGEST_SETTINGS, type IngestSettings } from '../ingest-settings.js';
import { parseJsonBytes } from '../sources/json-text.js';
import type { Refused } from '../sources/refusal.js';
import { readChatwootEvent } from './chatwoot-event.js';
import { judgeSignature, TOLERANCE_SECONDS, type SignatureVerdict } from './chatwoot-signature.js';
import { exampleAnswer, exampleEvent, webhookAnswerSchema, type WebhookAnswer } from './chatwoot-webhook.message.js';

@Controller('v1/webhooks/chatwoot')
export class ChatwootWebhookController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(INGEST_SETTINGS) private readonly settings: IngestSettings,
  ) {}

  @AllowAnyone()
  @Post()
  @HttpCode(202)
  @ApiTags('interactions')
  @ApiOperation({
    operationId: 'receiveChatwootEvent',
    summary: 'Recevoir un événement signé de Chatwoot · Receive a signed event of Chatwoot',
    description:
      'Les messages sont rassemblés par conversation ; chaque changement fait une révision. L’ordre et la répétition des événements ne changent rien.\n\n' +
      'Messages are gathered into their conversation; each change makes a revision. Order and repetition of events change nothing.',
  })
  @ApiHeader({ name: 'X-Chatwoot-Timestamp', required: true, description: 'Secondes depuis 1970 · Seconds since 1970' })
  @ApiHeader({ name: 'X-Chatwoot-Signature', required: true, description: '`sha256=` + HMAC-SHA256(secret, `<timestamp>.<body>`)' })
  @ApiBody({ required: true, schema: { type: 'object', required: ['event'], properties: { event: { type: 'string' } }, additionalProperties: true }, examples: { one: { value: exampleEvent } } })
  @ApiResponse({ status: 202, description: 'Pris en charge, sans perte possible · Taken in, and cannot be lost', standardSchema: webhookAnswerSchema, example: exampleAnswer })
  @ApiProblems('unauthorised', 'invalid_json', 'invalid_interaction', 'payload_too_large', 'misdirected_request', 'internal')
  async receive(
    @Req() { body }: FastifyRequest<{ Body: Buffer }>,
    @Headers('x-chatwoot-timestamp') timestamp: string | undefined,
    @Headers('x-chatwoot-signature') signature: string | undefined,
  ): Promise<WebhookAnswer> {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const secrets = this.settings.chatwootSecrets ?? [];
    const verdict = judgeSignature({ body: bytes, timestamp, signature }, secrets, Date.now());
    if (verdict !== 'valid') throw unauthorised(secrets.length === 0 ? 'unset' : verdict);
    const json = parseJsonBytes(bytes);
    if (json.kind === 'refused') throw new ProblemException(400, 'invalid_json', { fr: json.detail, en: json.detail });
    const delivery = readChatwootEvent(json.value);
    if (delivery.kind === 'refused') throw unreadable(delivery);
    if (delivery.value === null) return { status: 'ignored' };
    const { externalId, piece } = delivery.value;
    const gathering = await this.commands.execute(new GatherConversationCommand('chatwoot', externalId, piece));
    switch (gathering.kind) {
      case 'gathered':
        return { status: 'accepted', externalId, revision: gathering.revision };
      case 'refused':
        throw unreadable(gathering.refusal);
      default:
        return { status: gathering.kind === 'known' ? 'duplicate' : 'waiting', externalId };
    }
  }
}

const WHY: Readonly<Record<Exclude<SignatureVerdict, 'valid'> | 'unset', { fr: string; en: string }>> = {
  unset: {
    fr: 'Aucun secret de webhook n’est réglé : démarrez Diapason avec celui de Chatwoot dans DIAPASON_CHATWOOT_SECRET.',
    en: 'No webhook secret is set: start Diapason with the one of Chatwoot in DIAPASON_CHATWOOT_SECRET.',
  },
  missing: {
    fr: 'Les en-têtes X-Chatwoot-Timestamp et X-Chatwoot-Signature manquent : les webhooks doivent être signés.',
    en: 'The headers X-Chatwoot-Timestamp and X-Chatwoot-Signature are missing: webhooks have to be signed.',
  },
  wrong: {
    fr: 'La signature n’est celle d’aucun secret réglé : comparez celui du webhook avec DIAPASON_CHATWOOT_SECRET.',
    en: 'The signature is of none of the secrets that are set: compare the one of the webhook with DIAPASON_CHATWOOT_SECRET.',
  },
  stale: {
    fr: `L’envoi est daté de plus de ${TOLERANCE_SECONDS} secondes : réglez l’horloge des deux machines.`,
    en: `The delivery is dated more than ${TOLERANCE_SECONDS} seconds away: set the clocks of both machines.`,
  },
};

function unauthorised(why: keyof typeof WHY): ProblemException {
  log.warn('a webhook of Chatwoot was refused', { why });
  return new ProblemException(401, 'unauthorised', WHY[why]);
}

/** Chatwoot does not send again: the log keeps what the answer says, without the words of the message. */
function unreadable({ reason, detail, place }: Refused): ProblemException {
  log.warn('an event of Chatwoot was not taken in', { reason, place });
  const told = place === undefined ? detail : `${place} — ${detail}`;
  return new ProblemException(422, 'invalid_interaction', { fr: told, en: told });
}
