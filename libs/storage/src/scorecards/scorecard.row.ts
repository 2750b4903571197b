import { checkScorecard, contentHash, type KnownRules, type Scorecard, type ScorecardDefinition, type ScorecardVersion } from '#domain';
import type { Sql } from '../database/sql.js';

export interface ScorecardRow {
  readonly scorecard_id: string;
  readonly revision: number;
  readonly created_by: string;
  readonly created_at: Date;
}

export interface VersionRow {
  readonly scorecard_id: string;
  readonly version: number;
  readonly definition: ScorecardDefinition;
  readonly effective_on: string | null;
  readonly published_by: string | null;
  readonly published_at: Date | null;
  readonly retired_from: string | null;
}

/** Columns of `VersionRow` of `scorecard_version AS v`. */
export const VERSION_COLUMNS = 'v.scorecard_id, v.version, v.definition, v.effective_on::text, v.published_by, v.published_at, v.retired_from::text';

/**
 * The version that counts for interactions of a day: of the published ones whose effective date has come, that of the latest date, unless it is
 * retired by then. A version never counts for what was before its date, and one that is retired hands nothing back to the one before it.
 */
export function versionOn<V extends Pick<VersionRow, 'version' | 'effective_on' | 'retired_from'>>(versions: readonly V[], day: string): V | null {
  const latest = versions
    .filter(({ effective_on }) => effective_on !== null && effective_on <= day)
    .sort((a, b) => (a.effective_on === b.effective_on ? b.version - a.version : a.effective_on! < b.effective_on! ? 1 : -1))[0];
  return latest === undefined || (latest.retired_from !== null && latest.retired_from <= day) ? null : latest;
}

/** Every published version of the organisation. */
export const publishedVersions = (sql: Sql, organisationId: string): Promise<VersionRow[]> =>
  sql<VersionRow>(`SELECT ${VERSION_COLUMNS} FROM scorecard_version AS v WHERE v.organisation_id = $1 AND v.published_at IS NOT NULL ORDER BY v.scorecard_id, v.version`, [organisationId]);

export const definitionHash = (definition: ScorecardDefinition): string => contentHash(definition);

/** @param today the organisation's */
export function scorecardOf(row: ScorecardRow, versions: readonly VersionRow[], today: string, rules: KnownRules): Scorecard {
  const ordered = [...versions].sort((a, b) => b.version - a.version);
  const current = versionOn(ordered, today);
  return {
    id: row.scorecard_id,
    name: (current ?? ordered[0]!).definition.name,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    current: current?.version ?? null,
    versions: ordered.map((version) => versionOf(version, rules)),
    revision: row.revision,
  };
}

const versionOf = (row: VersionRow, rules: KnownRules): ScorecardVersion => ({
  version: row.version,
  state: row.published_at === null ? 'draft' : row.retired_from === null ? 'published' : 'retired',
  definition: row.definition,
  effectiveOn: row.effective_on,
  publishedAt: row.published_at?.toISOString() ?? null,
  publishedBy: row.published_by,
  retiredFrom: row.retired_from,
  problems: row.published_at === null ? checkScorecard(row.definition, rules) : [],
});
