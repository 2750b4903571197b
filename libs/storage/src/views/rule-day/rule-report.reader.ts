import { personsAmong, proportion, type Channel, type FigureBasis, type OrganisationSettings, type Proportion, type RuleDescription, type RulebookDescription, type RuleReportRow } from '#domain';
import type { Sql } from '../../database/sql.js';
import { share } from '../figures.js';
import { isTooSmall, without, type GroupSize } from '../group-size.js';
import { type JudgedGroup, readPartTallies, readWholeTallies, type RuleTally } from './rule-tallies.js';
import { isPartial, type SeenFilter } from '../report-conditions.js';

/** What samples say of the rule is not the views' business. */
export type UnsampledRow = Omit<RuleReportRow, 'sampled' | 'observation' | 'counted'>;

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
  const reading = readWholeTallies(sql, organisationId, filter);
  const [whole, part] = await Promise.all([reading, isPartial(filter) ? readPartTallies(sql, organisationId, { ...filter, channel: undefined }, basis) : reading]);
  const sizes = { part: sizesOf(part.groups), whole: sizesOf(whole.groups) };
  const found = new Map<string, RuleTally[]>();
  for (const tally of part.tallies) {
    const same = found.get(tally.rule_id);
    if (same === undefined) found.set(tally.rule_id, [tally]);
    else same.push(tally);
  }
  const current = new Set(rulebooks.current?.rules.map(({ id }) => id));
  return [...knownRules(rulebooks.versions)]
    .map(([id, known]) => rowOf(id, known, found.get(id) ?? [], sizes, filter, settings, precision.get(id) ?? proportion(0, 0)))
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
  found: readonly RuleTally[],
  sizes: Readonly<Record<'part' | 'whole', SizeOf>>,
  filter: SeenFilter,
  settings: OrganisationSettings,
  precision: Proportion,
): { id: string; findings: number; row: UnsampledRow } {
  const applies = ({ channel, rulebook_hash }: Judged): boolean => channels.get(rulebook_hash)?.includes(channel) ?? false;
  const inFilter = (group: Judged): boolean => applies(group) && (filter.channel === undefined || group.channel === filter.channel);

  const sums = { flagged: 0, findings: 0, notChecked: 0 };
  for (const tally of found) {
    if (!inFilter(tally)) continue;
    sums.flagged += tally.flagged;
    sums.findings += tally.findings;
    sums.notChecked += tally.not_checked;
  }
  const group = sizes.part(inFilter);
  const otherAgents = without(sizes.whole(inFilter), group);
  const otherChannels = sizes.part((other) => applies(other) && !inFilter(other));
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

type Judged = Pick<JudgedGroup, 'channel' | 'rulebook_hash'>;
type SizeOf = (chosen: (group: Judged) => boolean) => GroupSize;

/** How large the chosen ones of some groups are together. Most rules apply to the same ones, whose people are counted once. */
function sizesOf(groups: readonly JudgedGroup[]): SizeOf {
  const known = new Map<string, GroupSize>();
  return (chosen) => {
    const together = groups.map(chosen);
    const key = together.map(Number).join('');
    const size = known.get(key) ?? sizeOf(groups.filter((_, i) => together[i]));
    known.set(key, size);
    return size;
  };
}

const sizeOf = (groups: readonly JudgedGroup[]): GroupSize => ({
  agents: personsAmong(groups.flatMap(({ agents }) => agents)),
  interactions: groups.reduce((sum, { interactions }) => sum + interactions, 0),
});
