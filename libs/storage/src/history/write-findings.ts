import type { HistoryFinding, HistoryJudge } from '#domain';
import { columns, type Sql } from '../database/sql.js';
import { markObserved } from '../observation/observed-rules.js';
import type { InteractionKey } from '../write/lock-interactions.js';
import { textOrNull } from '../write/interaction-rows.js';
import { storableJson, storableText } from '../write/storable.js';
import { tooYoung } from './adopt-rules.js';
import type { LoadedHistory } from './load-histories.js';
import { STRETCHES, stretchesOf } from './stretches.js';
import type { JudgedHistory } from './write-relations.js';

const FINDING = {
  organisation_id: 'text',
  interaction_id: 'uuid',
  finding_id: 'uuid',
  rule_id: 'text',
  polarity: 'text',
  severity: 'text',
  commitment: 'text',
  agent_ref: 'text',
  evidence: 'jsonb',
  against: 'jsonb',
  explanation: 'text',
  instead: 'text',
  confidence: 'double precision',
  relation_id: 'uuid',
  relation_at: 'timestamptz',
  customer_key: 'text',
} as const;

type FindingRow = Record<keyof typeof FINDING, unknown> & { readonly organisation_id: string; readonly interaction_id: string; readonly finding_id: string };

/** Findings of histories to add, to change and to take back, told before anything is written: their interactions' figures change. */
export interface FindingChanges {
  readonly added: readonly FindingRow[];
  /** Kept, and said otherwise now: the rule was changed. What a reviewer said of the words stands. */
  readonly revised: readonly FindingRow[];
  readonly removed: readonly (InteractionKey & { readonly findingId: string })[];
  /** Interactions of which something else is found now. */
  readonly concerned: readonly InteractionKey[];
}

/** What a rule says of the words, beside the words themselves. */
const SAID = ['polarity', 'severity', 'commitment', 'explanation', 'instead'] as const;
/** What may change of a finding that stays. */
const CHANGING = [...SAID, 'relation_id'] as const;
type KeptRow = Pick<FindingRow, 'organisation_id' | 'interaction_id' | 'finding_id' | (typeof CHANGING)[number]>;
const KEPT = ['organisation_id', 'interaction_id', 'finding_id', ...CHANGING].map((name) => `f.${name}`).join(', ');

const interactionOf = ({ organisation_id, interaction_id }: Pick<FindingRow, 'organisation_id' | 'interaction_id'>): InteractionKey => ({ organisationId: organisation_id, interactionId: interaction_id });

/** Compares what a verdict finds with what is kept. A finding that stays keeps its row, and with it what a reviewer said of it; one whose words are gone stays as it is. */
export async function compareFindings(
  sql: Sql,
  judged: readonly JudgedHistory[],
  { young, rules }: { readonly young: ReadonlySet<string>; readonly rules: HistoryJudge['rules'] },
): Promise<FindingChanges> {
  const kept = await sql<KeptRow>(
    `SELECT ${KEPT} FROM ${STRETCHES}
     JOIN finding AS f ON f.organisation_id = w.organisation_id AND f.customer_key = w.customer_key AND f.relation_at BETWEEN w.since AND w.until
       AND f.relation_id IS NOT NULL AND f.against IS NOT NULL AND NOT f.wordless
     UNION ALL
     SELECT ${KEPT} FROM ${STRETCHES.replaceAll(/\$(\d)/g, (_, n: string) => `$${Number(n) + 4}`)}
     JOIN finding AS f ON f.organisation_id = w.organisation_id AND f.customer_key = w.customer_key AND f.relation_at BETWEEN w.since AND w.until
       AND f.relation_id IS NOT NULL AND f.against IS NULL AND NOT f.wordless`,
    [...stretchesOf(judged, 'after'), ...stretchesOf(judged, 'before')],
  );
  const wanted = new Map(judged.flatMap(({ touched, history, relations }) => relations.findings.map((found) => [found.finding.id, rowOf(touched, history.keyOf, found)])));
  for (const id of await tooYoung(sql, [...wanted.values()].filter((row) => row.polarity === 'violation' && young.has(String(row.rule_id))), rules)) wanted.delete(id);
  const known = new Map(kept.map((row) => [row.finding_id, row]));
  const added = [...wanted.values()].filter(({ finding_id }) => !known.has(finding_id));
  const differs = (row: FindingRow, names: readonly (typeof CHANGING)[number][]): boolean => names.some((name) => known.get(row.finding_id)![name] !== row[name]);
  const stays = [...wanted.values()].filter(({ finding_id }) => known.has(finding_id));
  const removed = kept.filter(({ finding_id }) => !wanted.has(finding_id)).map((row) => ({ ...interactionOf(row), findingId: row.finding_id }));
  const said = stays.filter((row) => differs(row, SAID));
  return { added, revised: stays.filter((row) => differs(row, CHANGING)), removed, concerned: [...added.map(interactionOf), ...said.map(interactionOf), ...removed] };
}

/** Channel, day, start and revision are those of the interaction that the finding is on; what a reviewer said of the same words stands. */
export async function writeFindings(sql: Sql, { added, revised, removed }: FindingChanges): Promise<void> {
  if (removed.length > 0) {
    await sql(
      `DELETE FROM finding AS old USING unnest($1::text[], $2::uuid[]) AS r (organisation_id, finding_id)
       WHERE old.organisation_id = r.organisation_id AND old.finding_id = r.finding_id`,
      [removed.map(({ organisationId }) => organisationId), removed.map(({ findingId }) => findingId)],
    );
  }
  if (revised.length > 0) {
    await sql(
      `UPDATE finding AS old SET ${CHANGING.map((name) => `${name} = r.${name}`).join(', ')}
       FROM unnest($1::text[], $2::uuid[], ${CHANGING.map((name, n) => `$${n + 3}::${FINDING[name]}[]`).join(', ')}) AS r (organisation_id, finding_id, ${CHANGING.join(', ')})
       WHERE old.organisation_id = r.organisation_id AND old.finding_id = r.finding_id`,
      columns<Readonly<Record<string, unknown>>>(revised, ['organisation_id', 'finding_id', ...CHANGING]),
    );
  }
  if (added.length === 0) return;
  const names = Object.keys(FINDING);
  const types = Object.values(FINDING);
  await sql(
    `INSERT INTO finding (${names.join(', ')}, revision, channel, day, started_at, status)
     SELECT ${names.map((name) => `r.${name}`).join(', ')}, i.revision, i.channel, i.day, i.started_at, CASE WHEN d.state = 'open' THEN 'disputed' ELSE coalesce(v.verdict, 'detected') END
     FROM unnest(${types.map((type, n) => `$${n + 1}::${type}[]`).join(', ')}) AS r (${names.join(', ')})
     JOIN interaction AS i ON i.organisation_id = r.organisation_id AND i.interaction_id = r.interaction_id
     LEFT JOIN review AS v ON v.organisation_id = r.organisation_id AND v.finding_id = r.finding_id
     LEFT JOIN dispute AS d ON d.organisation_id = r.organisation_id AND d.finding_id = r.finding_id
     ORDER BY r.organisation_id, r.finding_id`,
    columns<Readonly<Record<string, unknown>>>(added, names),
  );
  await markObserved(sql, added);
}

const rowOf = ({ organisationId }: JudgedHistory['touched'], keyOf: LoadedHistory['keyOf'], { interactionId, relationId, at, finding }: HistoryFinding): FindingRow => ({
  organisation_id: organisationId,
  interaction_id: interactionId,
  finding_id: finding.id,
  rule_id: finding.ruleId,
  polarity: finding.polarity,
  severity: finding.severity,
  commitment: finding.commitment,
  agent_ref: textOrNull(finding.agentRef),
  evidence: storableJson(finding.evidence),
  against: finding.against === undefined ? null : storableJson(finding.against),
  explanation: storableText(finding.explanation),
  instead: textOrNull(finding.instead),
  confidence: finding.confidence,
  relation_id: relationId,
  relation_at: at,
  customer_key: keyOf.get(interactionId),
});
