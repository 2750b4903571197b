import { sampleRatio, type Channel, type ReportFilter, type RuleDescription, type SampledRule, type SampledShare, type SampledStratum, type SampledUnit, type SampleFrame } from '#domain';
import type { Sql } from '../database/sql.js';
import { IS_COMPLETED } from '../review-queues/queue-conditions.js';

interface StratumRow {
  readonly sample_id: string;
  readonly stratum: number;
  readonly frame: SampleFrame;
  readonly channel: Channel | null;
  readonly flagged: boolean;
  readonly population: number;
  readonly drawn: number;
}

interface ItemRow {
  readonly sample_id: string;
  readonly stratum: number;
  readonly interaction_id: string;
  readonly channel: Channel;
  readonly day: string;
  readonly counts: Readonly<Record<string, { readonly right: number; readonly wrong: number; readonly missed: number }>> | null;
}

/** A stratum of a sample with what was judged of it. */
interface Judged extends StratumRow {
  readonly id: string;
  readonly items: readonly ItemRow[];
}

/** Of a stratum, so many must be judged before a sample says anything: one alone tells nothing of how much it varies. */
const ENOUGH = 2;

/**
 * What samples say of each rule over a period and channel, everybody's interactions together: how often it is right, how much of what it should have found it found. A sample
 * counts for the rules it was drawn for, from the moment on when each of its strata has two judged interactions.
 */
export async function readRuleEstimates(sql: Sql, organisationId: string, filter: ReportFilter, rules: readonly RuleDescription[]): Promise<ReadonlyMap<string, SampledRule>> {
  const { from = null, to = null } = filter;
  const strata = await sql<StratumRow>(
    `SELECT h.sample_id, h.stratum, s.frame, h.channel, h.flagged, h.population, h.drawn FROM sample_stratum AS h
     JOIN sample AS s ON s.organisation_id = h.organisation_id AND s.sample_id = h.sample_id
     WHERE h.organisation_id = $1 AND ($2::text IS NULL OR coalesce(s.frame->>'to', '9999') >= $2::text) AND ($3::text IS NULL OR coalesce(s.frame->>'from', '') <= $3::text)
     ORDER BY h.sample_id, h.stratum`,
    [organisationId, from, to],
  );
  if (strata.length === 0) return new Map();
  const items = await sql<ItemRow>(
    `SELECT x.sample_id, x.stratum, x.interaction_id, i.channel, i.day::text AS day,
       (SELECT jsonb_object_agg(r.rule_id, r.counts) FROM (
          SELECT f.rule_id, jsonb_build_object('right', count(*) FILTER (WHERE f.status = 'confirmed' AND NOT f.by_hand), 'wrong', count(*) FILTER (WHERE f.status = 'dismissed' AND NOT f.by_hand),
            'missed', count(*) FILTER (WHERE f.by_hand AND f.status <> 'dismissed')) AS counts
          FROM finding AS f WHERE f.organisation_id = $1 AND f.interaction_id = x.interaction_id GROUP BY f.rule_id) AS r) AS counts
     FROM sample_item AS x
     JOIN sample AS s ON s.organisation_id = x.organisation_id AND s.sample_id = x.sample_id
     JOIN interaction AS i ON i.organisation_id = x.organisation_id AND i.interaction_id = x.interaction_id
     WHERE x.organisation_id = $1 AND x.sample_id = ANY($2::uuid[]) AND x.completed_at IS NOT NULL AND ${IS_COMPLETED}
     ORDER BY x.sample_id, x.position`,
    [organisationId, [...new Set(strata.map(({ sample_id }) => sample_id))]],
  );
  const byStratum = new Map<string, ItemRow[]>();
  for (const item of items) {
    const id = `${item.sample_id}/${item.stratum}`;
    byStratum.set(id, [...(byStratum.get(id) ?? []), item]);
  }
  const judged = strata.map((stratum): Judged => {
    const id = `${stratum.sample_id}/${stratum.stratum}`;
    return { ...stratum, id, items: byStratum.get(id) ?? [] };
  });
  const begun = new Set(judged.filter(({ items: done, drawn }) => done.length < Math.min(ENOUGH, drawn)).map(({ sample_id }) => sample_id));
  const usable = judged.filter(({ sample_id }) => !begun.has(sample_id));
  return new Map(rules.flatMap((rule) => {
    const estimate = estimateOf(rule, usable, filter);
    return estimate === null ? [] : [[rule.id, estimate]];
  }));
}

function estimateOf(rule: RuleDescription, judged: readonly Judged[], { from, to, channel }: ReportFilter): SampledRule | null {
  const about = judged.filter(
    (stratum) =>
      (stratum.frame.rules.length === 0 || stratum.frame.rules.includes(rule.id)) &&
      // Where the rule does not hold, or the filter leaves out, there is nothing to find and nothing to learn.
      (stratum.channel === null || (rule.channels.includes(stratum.channel) && (channel === undefined || stratum.channel === channel))),
  );
  if (about.length === 0) return null;
  const counted = ({ channel: on, day }: ItemRow): boolean =>
    (channel === undefined || on === channel) && (from === undefined || day >= from) && (to === undefined || day <= to);
  const units = (of: readonly Judged[], part: 'precision' | 'recall'): SampledUnit[] =>
    of.flatMap(({ id, items }) =>
      items.map((item): SampledUnit => {
        const { right = 0, wrong = 0, missed = 0 } = counted(item) ? (item.counts?.[rule.id] ?? {}) : {};
        return { stratum: id, part: right, whole: right + (part === 'precision' ? wrong : missed) };
      }),
    );
  const flagged = about.filter((stratum) => stratum.flagged);
  const strata = (of: readonly Judged[]): SampledStratum[] => of.map(({ id, population, flagged: marked }) => ({ id, population, ...(!marked && { never: 'part' as const }) }));
  return {
    samples: new Set(about.map(({ sample_id }) => sample_id)).size,
    interactions: about.reduce((sum, { items }) => sum + items.filter(counted).length, 0),
    precision: shareOf(sampleRatio(strata(flagged), units(flagged, 'precision'))),
    recall: shareOf(sampleRatio(strata(about), units(about, 'recall'))),
  };
}

const shareOf = (ratio: ReturnType<typeof sampleRatio>): SampledShare | null =>
  ratio === null ? null : { numerator: ratio.part, denominator: ratio.whole, rate: ratio.rate, interval: ratio.interval, effectiveSize: ratio.effectiveSize };
