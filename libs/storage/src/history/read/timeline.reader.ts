import type { ContradictionView, FindingView, InteractionSummary, Named, PageRequest, PledgeView, SettlementStatus, Sight, TurnView } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../../database/sql.js';
import { customerBehind, refsOf } from '../../directory/resolve.js';
import { FindingReader } from '../../read/finding.reader.js';
import { InteractionReader } from '../../read/interaction.reader.js';
import { seenRefs } from '../../sight/sight.js';
import { ContradictionReader } from './contradiction.reader.js';
import { PledgeReader } from './pledge.reader.js';

/** One interaction of a history, with its turns: what the customer said is read from them. */
export interface KeptEntry {
  readonly interaction: InteractionSummary;
  readonly turns: readonly TurnView[];
  readonly findings: readonly FindingView[];
  readonly pledges: readonly PledgeView[];
  readonly contradictions: readonly ContradictionView[];
}

export interface KeptTimeline {
  readonly customer: Named;
  readonly entries: readonly KeptEntry[];
  readonly next: string | null;
  readonly pledges: Readonly<Record<SettlementStatus, number>>;
  readonly contradictions: number;
}

/** The interactions of one customer, whichever ref each came under. */
@Injectable()
export class TimelineReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly interactions: InteractionReader,
    private readonly findings: FindingReader,
    private readonly pledges: PledgeReader,
    private readonly contradictions: ContradictionReader,
  ) {}

  /**
   * One page, the latest interactions, in the order of time. Null when no interaction names the customer.
   * @throws InvalidCursorError for a cursor that is not of this list.
   */
  async readTimeline(organisationId: string, customerRef: string, page: PageRequest, sight: Sight = 'all'): Promise<KeptTimeline | null> {
    const refs = await seenRefs(sqlOn(this.dataSource, organisationId), organisationId, sight);
    const { items, next } = await this.interactions.listInteractions(organisationId, { customer: customerRef }, page, sight);
    const customer = await this.customer(organisationId, customerRef);
    if (items.length === 0 && (page.cursor === undefined || refs !== null)) return null;
    const ids = items.map(({ id }) => id);
    const keys = await refsOf(sqlOn(this.dataSource, organisationId), organisationId, 'customer', customerRef);
    const pledges = await this.pledges.pledgesIn(organisationId, ids, refs);
    const contradictions = await this.contradictions.contradictionsIn(organisationId, ids, refs);
    const entries: KeptEntry[] = [];
    for (const interaction of items.toReversed()) {
      entries.push({
        interaction,
        turns: (await this.interactions.readInteraction(organisationId, interaction.id, sight))?.turns ?? [],
        findings: await this.findings.findingsOf(organisationId, interaction.id, sight),
        pledges: pledges.filter(({ interactionId }) => interactionId === interaction.id),
        contradictions: contradictions.filter(({ later }) => later.interactionId === interaction.id),
      });
    }
    return { customer, entries, next, pledges: await this.pledges.countByStatus(organisationId, keys, refs), contradictions: await this.contradictions.count(organisationId, keys, refs) };
  }

  private async customer(organisationId: string, ref: string): Promise<Named> {
    const [row] = await sqlOn(this.dataSource, organisationId)<Named>(`SELECT who.ref, who.name FROM (SELECT $2::text AS ref) AS asked ${customerBehind('who', '$1', 'asked.ref')}`, [organisationId, ref]);
    return row ?? { ref, name: null };
  }
}
