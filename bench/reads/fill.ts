import type { RulebookDescription } from '#domain';
import type { DataSource } from 'typeorm';

/** Some thirty interactions a working day for each of them. */
const AGENTS = 150;
const TEAMS = 15;
const CUSTOMERS = 250_000;
const CHUNK = 100_000;
/** A Monday; the working days of 52 weeks from it on hold the interactions. */
const FIRST_DAY = '2025-11-03';
const WEEKS = 52;

/** A number from 0 to below `below` out of the number `n`, another for each `salt`. */
const draw = (n: string, salt: number, below: number): string => `(abs(hashint8(${n}::bigint * 1000 + ${salt})) % ${below})`;

const INTERACTION = `
  SELECT n, md5('interaction ' || n)::uuid AS id,
    (ARRAY['email', 'email', 'email', 'email', 'chat', 'chat', 'chat', 'phone', 'phone', 'phone'])[1 + ${draw('n', 1, 10)}] AS channel,
    '${FIRST_DAY} 08:00+01'::timestamptz + make_interval(weeks => ${draw('n', 2, WEEKS)}::int, days => ${draw('n', 9, 5)}::int, secs => ${draw('n', 10, 36_000)}) AS at,
    'agent-' || ${draw('n', 3, AGENTS)} AS agent, CASE WHEN ${draw('n', 4, 100)} < 8 THEN 'agent-' || ${draw('n', 5, AGENTS)} END AS second,
    'client-' || ${draw('n', 6, CUSTOMERS)} AS customer
  FROM generate_series($1::int, $2::int) AS n`;

/**
 * Fills an organisation with `count` invented interactions of a year and three findings for each (one in fifty dismissed, one in ten
 * confirmed), as recording leaves them: rows and journal. Secondary indexes are made at the end.
 */
export async function fill(owner: DataSource, organisationId: string, rulebook: RulebookDescription, count: number, log: (text: string) => void): Promise<void> {
  const rules = rulebook.rules.filter(({ kind }) => kind !== 'pledge');
  await owner.query(`INSERT INTO team (organisation_id, ref, name, known_since) SELECT $1, 'equipe-' || n, 'Équipe ' || n, now() FROM generate_series(0, ${TEAMS - 1}) AS n`, [organisationId]);
  await owner.query(`INSERT INTO agent (organisation_id, ref, name, team_ref, known_since) SELECT $1, 'agent-' || n, 'Agent ' || n, 'equipe-' || n % ${TEAMS}, now() FROM generate_series(0, ${AGENTS - 1}) AS n`, [organisationId]);
  await owner.query(`INSERT INTO customer (organisation_id, ref, known_since) SELECT $1, 'client-' || n, now() FROM generate_series(0, ${CUSTOMERS - 1}) AS n`, [organisationId]);
  const indexes: { definition: string; name: string }[] = await owner.query(
    `SELECT indexdef AS definition, indexname AS name FROM pg_indexes WHERE schemaname = current_schema() AND tablename IN ('interaction', 'interaction_agent', 'finding') AND indexname NOT LIKE '%\\_pk'`,
  );
  for (const { name } of indexes) await owner.query(`DROP INDEX ${name}`);
  await owner.transaction(async (manager) => {
    // Keys between tables are not looked up a million times: the rows fit by construction.
    await manager.query(`SET LOCAL session_replication_role = replica`);
    await manager.query(`CREATE TEMPORARY TABLE bench_rule ON COMMIT DROP AS SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS r (id, polarity, severity, serves, n)`, [
      rules.map(({ id }) => id),
      rules.map(({ polarity }) => polarity),
      rules.map(({ severity }) => severity),
      rules.map(({ serves }) => serves),
    ]);
    for (let from = 1; from <= count; from += CHUNK) {
      const [first, last] = [from, Math.min(count, from + CHUNK - 1)];
      for (const [text, ...values] of statements(organisationId, rulebook, rules.length)) await manager.query(text, [first, last, ...values]);
      log(`${last} interactions written`);
    }
  });
  for (const { definition } of indexes) await owner.query(definition);
  await owner.query('VACUUM ANALYZE');
}

function statements(organisationId: string, { name, version, hash }: RulebookDescription, rules: number): [text: string, ...values: unknown[]][] {
  return [
    [
      `WITH made AS (${INTERACTION})
       INSERT INTO interaction (organisation_id, interaction_id, source, external_id, revision, content_hash, channel, day, started_at, subject, tags, participants, customer_ref, agent_spoke,
         language, rulebook_name, rulebook_version, rulebook_hash, not_checked)
       SELECT $3, id, 'bench', n::text, 1, md5(n::text), channel, (at AT TIME ZONE 'Europe/Paris')::date, at, 'Dossier ' || n, '[]',
         jsonb_build_array(jsonb_build_object('id', 'c', 'role', 'customer', 'ref', customer), jsonb_build_object('id', 'a', 'role', 'agent', 'ref', agent)), customer, true, 'fr', $4, $5, $6, '[]' FROM made`,
      organisationId,
      name,
      version,
      hash,
    ],
    [
      `WITH made AS (${INTERACTION})
       INSERT INTO interaction_agent (organisation_id, interaction_id, agent_ref, started_at)
       SELECT $3, id, agent, at FROM made UNION SELECT $3, id, second, at FROM made WHERE second IS NOT NULL`,
      organisationId,
    ],
    [
      `WITH made AS (${INTERACTION})
       INSERT INTO finding (organisation_id, finding_id, interaction_id, revision, channel, day, started_at, rule_id, polarity, severity, commitment, agent_ref, status, evidence, explanation, confidence)
       SELECT $3, md5(m.n || ' finding ' || k)::uuid, m.id, 1, channel, (at AT TIME ZONE 'Europe/Paris')::date, at, r.id, r.polarity, r.severity, r.serves, agent,
         CASE WHEN ${draw('(m.n * 8 + k)', 7, 100)} < 2 THEN 'dismissed' WHEN ${draw('(m.n * 8 + k)', 7, 100)} < 12 THEN 'confirmed' ELSE 'detected' END,
         jsonb_build_array(jsonb_build_object('turn', 1, 'start', k * 9, 'end', k * 9 + 7, 'quote', 'mot ' || k, 'sense', 'said')), 'Ferme l’échange.', 1
       FROM made AS m CROSS JOIN generate_series(1, 3) AS k JOIN bench_rule AS r ON r.n = 1 + ${draw('(m.n * 8 + k)', 8, rules)}`,
      organisationId,
    ],
    [
      `INSERT INTO journal (organisation_id, type, payload)
       SELECT $3, 'interaction.analysed', jsonb_build_object('interactionId', i.interaction_id, 'revision', 1, 'channel', i.channel, 'day', i.day, 'agentSpoke', true, 'notChecked', '[]'::jsonb,
         'rulebook', jsonb_build_object('name', $4::text, 'version', $5::text, 'hash', $6::text),
         'agentRefs', (SELECT jsonb_agg(a.agent_ref) FROM interaction_agent AS a WHERE a.organisation_id = $3 AND a.interaction_id = i.interaction_id),
         'findings', f.findings)
       FROM (${INTERACTION}) AS m JOIN interaction AS i ON i.organisation_id = $3 AND i.interaction_id = m.id
       JOIN (SELECT md5('interaction ' || n)::uuid AS id, jsonb_agg(jsonb_build_object('id', f.finding_id, 'ruleId', f.rule_id, 'polarity', f.polarity, 'severity', f.severity, 'agentRef', f.agent_ref, 'status', f.status)) AS findings
         FROM generate_series($1::int, $2::int) AS n CROSS JOIN generate_series(1, 3) AS k JOIN finding AS f ON f.organisation_id = $3 AND f.finding_id = md5(n || ' finding ' || k)::uuid GROUP BY n) AS f ON f.id = m.id`,
      organisationId,
      name,
      version,
      hash,
    ],
  ];
}
