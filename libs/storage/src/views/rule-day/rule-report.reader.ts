import { proportion, type Channel, type FigureBasis, type OrganisationSettings, type Proportion, type RuleDescription, type RulebookDescription, type RuleReportRow } from '#domain';
import type { Sql } from '../../database/sql.js';
import { share } from '../figures.js';
import { isTooSmall, without, type GroupSize } from '../group-size.js';
import { readPartTallies, readWholeTallies, type RuleTallies } from './rule-tallies.js';
import { isPartial, type SeenFilter } from '../report-conditions.js';

/** What samples say of the rule is not the views' business. */
type UnsampledRow = Omit<RuleReportRow, 'sampled' | 'observation'>;

/** A rule as last published, and the channels each version applied it to. */
interface KnownRule {
  readonly rule: RuleDescription;
  readonly channels: ReadonlyMap<string, readonly Channel[]>;
}

/**
 * Each rule's figures, in order of id. The denominator is what the rule could run on: interactions of the channels it
 * applies to, judged by a version that contains it, less those on which it could not run. Rules of the current
 * version are all there; older ones when they found something.
 */
export async function readRuleReport(
  sql: Sql,
  organisationId: string,
  filter: SeenFilter,
  basis: FigureBasis,
  settings: OrganisationSettings,
  rulebooks: { readonly versions: readonly RulebookDescription[]; readonly current: RulebookDescription | null },
  precision: ReadonlyMap<string, Proportion>,
): Promise<UnsampledRow[]> {
  const whole = await readWholeTallies(sql, organisationId, filter);
  const isPart = isPartial(filter);
  const part = isPart ? await readPartTallies(sql, organisationId, { ...filter, channel: undefined }, basis) : whole;
  const current = new Set(rulebooks.current?.rules.map(({ id }) => id));
  return [...knownRules(rulebooks.versions)]
    .map(([id, known]) => rowOf(id, known, part, whole, filter, settings, precision.get(id) ?? proportion(0, 0)))
    .filter((row) => current.has(row.id) || row.findings > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ row }) => row);
}

function knownRules(versions: readonly RulebookDescription[]): Map<string, KnownRule> {
  const known = new Map<string, KnownRule>();
  for (const { hash, rules } of versions) {
    for (const rule of rules) {
      known.set(rule.id, { rule, channels: new Map([...(known.get(rule.id)?.channels ?? []), [hash, rule.channels]]) });
    }
  }
  return known;
}

function rowOf(
  id: string,
  { rule, channels }: KnownRule,
  part: RuleTallies,
  whole: RuleTallies,
  filter: SeenFilter,
  settings: OrganisationSettings,
  precision: Proportion,
): { id: string; findings: number; row: UnsampledRow } {
  const applies = ({ channel, rulebook_hash }: { channel: Channel; rulebook_hash: string }): boolean =>
    channels.get(rulebook_hash)?.includes(channel) ?? false;
  const inFilter = (group: { channel: Channel; rulebook_hash: string }): boolean =>
    applies(group) && (filter.channel === undefined || group.channel === filter.channel);

  const sums = { flagged: 0, findings: 0, notChecked: 0 };
  for (const tally of part.tallies) {
    if (tally.rule_id !== id || !inFilter(tally)) continue;
    sums.flagged += tally.flagged;
    sums.findings += tally.findings;
    sums.notChecked += tally.not_checked;
  }
  const group = sizeOf(part.groups.filter(inFilter));
  const otherAgents = without(sizeOf(whole.groups.filter(inFilter)), group);
  const otherChannels = sizeOf(part.groups.filter((other) => applies(other) && !inFilter(other)));
  const suppressed = isTooSmall(group, [otherAgents, otherChannels], settings);
  return {
    id,
    findings: sums.findings,
    row: {
      ruleId: id,
      polarity: rule.polarity,
      severity: rule.severity,
      why: rule.why,
      flagged: suppressed ? null : share(sums.flagged, group.interactions - sums.notChecked),
      findings: suppressed ? null : Math.max(0, sums.findings),
      notChecked: Math.max(0, sums.notChecked),
      precision,
      suppressed: suppressed ? 'group-too-small' : null,
    },
  };
}

const sizeOf = (groups: RuleTallies['groups']): GroupSize => ({
  agents: new Set(groups.flatMap(({ agents }) => agents)).size,
  interactions: groups.reduce((sum, { interactions }) => sum + interactions, 0),
});
