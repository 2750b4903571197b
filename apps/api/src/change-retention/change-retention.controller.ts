import { Body, Controller, Inject, Patch } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RETENTION_DEFAULTS, type RetentionDays } from '#domain';
import { AllowForAllTeams, ProblemException } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { retentionDays } from '../read-models/organisation.schema.js';
import { written } from '../read-models/text.schema.js';
import { ChangeRetentionCommand } from './change-retention.command.js';

/** Beyond a class's limit it fits and cannot be: the answer says why. */
const asked = z.int().min(1).max(100_000);
const some = z.strictObject({ phone: asked, written: asked, findings: asked, evaluations: asked, coaching: asked, calibrations: asked, journal: asked, deadLetters: asked, deliveries: asked, gathered: asked }).partial();
const body = z
  .strictObject({ days: some.describe('Seulement ce qui change · Only what changes'), reason: written(1000).describe('Pourquoi, inscrit au journal · Why, kept in the journal') })
  .meta({ id: 'ChangeRetention', examples: [{ days: { phone: 90 }, reason: 'Demande du comité social et économique, 3 octobre' }] });

@Controller('v1/organisation/retention')
export class ChangeRetentionController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('dpo', 'admin')
  @Patch()
  @Describe({
    id: 'changeRetention',
    tag: 'organisation',
    fr: 'Raccourcir ou rétablir des durées de conservation',
    en: 'Shorten periods of retention, or set them back',
    details:
      'Une durée au-delà de la limite est refusée. Ce qui est passé par une durée plus courte ne revient pas. Inscrit au journal avec sa raison. · A period beyond the limit is refused. What passed by a shorter one does not come back. Journalled with its reason.',
    answer: retentionDays,
    example: { ...RETENTION_DEFAULTS, phone: 90 },
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'not_found', 'unprocessable', 'unsupported_media_type'],
  })
  async change(@Body({ schema: body }) { days, reason }: z.output<typeof body>): Promise<RetentionDays> {
    const changed = await this.commands.execute(new ChangeRetentionCommand(this.settings.organisationId, days, reason));
    if (changed.kind === 'missing') throw noSuch('Organisation', 'organisation');
    if (changed.kind === 'done') return changed.days;
    throw new ProblemException(
      422,
      'unprocessable',
      { fr: 'Ces durées ne peuvent être fixées ; rien n’a été changé.', en: 'These periods cannot be set; nothing was changed.' },
      changed.problems.map(({ class: name, fr, en }) => ({ pointer: `#/days/${name}`, detail: { fr, en } })),
    );
  }
}
