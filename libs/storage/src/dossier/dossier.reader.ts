import { type Channel, type Organisation, type OrganisationSettings, type Role, type RulebookDescription, type RuleDescription, type Scope, wholeSettings } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn, type Sql } from '../database/sql.js';
import { OrganisationRepository } from '../organisations/organisation.repository.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';

/** A rule as it is in force, since which day (YYYY-MM-DD, UTC) it says the same. */
export interface RuleInForce {
  readonly rule: RuleDescription;
  readonly since: string;
  /** Counts for no one at present. */
  readonly observed: boolean;
}

/** A change of settings as the journal has it; `from` null: the settings it began with. */
export interface SettingsChange {
  readonly on: string;
  readonly reason: string;
  readonly from: OrganisationSettings | null;
  readonly to: OrganisationSettings;
}

/** What the live configuration says to whoever has to judge of it. Accounts by number, never by name. */
export interface DossierFacts {
  readonly organisation: Organisation;
  readonly rulebook: RulebookDescription | null;
  readonly rules: readonly RuleInForce[];
  readonly versions: number;
  readonly scorecards: readonly { readonly name: string; readonly purpose: string | null; readonly effectiveOn: string; readonly retiredFrom: string | null }[];
  readonly accounts: readonly { readonly role: Role; readonly accounts: number; readonly everyTeam: number }[];
  readonly keys: readonly { readonly rights: readonly (Role | Scope)[]; readonly keys: number }[];
  readonly webhooks: readonly { readonly host: string; readonly types: readonly string[]; readonly state: string }[];
  readonly changes: readonly SettingsChange[];
  /** What is kept at present, by channel. */
  readonly kept: readonly { readonly channel: Channel; readonly interactions: number; readonly wordless: number; readonly from: string; readonly to: string }[];
  readonly lastRetention: string | null;
  readonly erasures: number;
}

/** Reads what stands in the dossier. */
@Injectable()
export class DossierReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationRepository,
    private readonly rulebooks: RulebookRepository,
  ) {}

  /** @throws when there is no such organisation */
  async read(organisationId: string): Promise<DossierFacts> {
    const organisation = await this.organisations.readOrganisation(organisationId);
    if (organisation === null) throw new Error(`no organisation ${organisationId}`);
    const sql = sqlOn(this.dataSource, organisationId);
    const key = [organisationId];
    const rulebook = await this.rulebooks.currentRulebook(organisationId);
    const published = await sql<{ hash: string; on: string }>(`SELECT hash, to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS on FROM rulebook_version WHERE organisation_id = $1 ORDER BY published_at, hash`, key);
    return {
      organisation,
      rulebook,
      rules: await this.rulesInForce(sql, organisationId, rulebook, published),
      versions: published.length,
      scorecards: await sql(
        `SELECT v.definition->>'name' AS name, v.definition->>'purpose' AS purpose, v.effective_on::text AS "effectiveOn", v.retired_from::text AS "retiredFrom"
         FROM scorecard_version AS v WHERE v.organisation_id = $1 AND v.published_at IS NOT NULL ORDER BY 1, v.effective_on, v.version`,
        key,
      ),
      accounts: await sql(
        `SELECT role, count(*)::int AS accounts, (count(*) FILTER (WHERE a.teams IS NULL))::int AS "everyTeam" FROM account AS a, unnest(a.roles) AS role
         WHERE a.organisation_id = $1 AND a.disabled_at IS NULL GROUP BY role ORDER BY role`,
        key,
      ),
      keys: await sql(
        `SELECT k.roles || k.scopes AS rights, count(*)::int AS keys FROM access_key AS k WHERE k.organisation_id = $1 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()) GROUP BY 1 ORDER BY 1`,
        key,
      ),
      webhooks: (await sql<{ url: string; types: string[]; state: string }>('SELECT url, types, state FROM webhook WHERE organisation_id = $1 ORDER BY created_at, webhook_id', key)).map(({ url, ...rest }) => ({ host: new URL(url).host, ...rest })),
      changes: (
        await sql<{ on: string; reason: string; from: OrganisationSettings | null; to: OrganisationSettings }>(
          `SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS on, payload->>'reason' AS reason, payload->'from' AS from, payload->'to' AS to FROM journal
           WHERE organisation_id = $1 AND type = 'organisation.settings-changed' ORDER BY position`,
          key,
        )
      ).map((change) => ({ ...change, from: change.from === null ? null : wholeSettings(change.from), to: wholeSettings(change.to) })),
      kept: await sql(
        `SELECT channel, count(*)::int AS interactions, (count(*) FILTER (WHERE words_gone_on IS NOT NULL))::int AS wordless, min(day)::text AS from, max(day)::text AS to
         FROM interaction WHERE organisation_id = $1 GROUP BY channel ORDER BY channel`,
        key,
      ),
      lastRetention: (await sql<{ on: string }>('SELECT ran_on::text AS on FROM retention_run WHERE organisation_id = $1', key))[0]?.on ?? null,
      erasures: (await sql<{ n: number }>('SELECT count(*)::int AS n FROM erasure WHERE organisation_id = $1', key))[0]!.n,
    };
  }

  private async rulesInForce(sql: Sql, organisationId: string, rulebook: RulebookDescription | null, published: readonly { readonly hash: string; readonly on: string }[]): Promise<RuleInForce[]> {
    if (rulebook === null) return [];
    const observed = new Set((await sql<{ rule_id: string }>('SELECT rule_id FROM rule_observation WHERE organisation_id = $1 AND observed', [organisationId])).map(({ rule_id }) => rule_id));
    const upToNow = published.slice(0, published.findIndex(({ hash }) => hash === rulebook.hash) + 1);
    const versions = await Promise.all(upToNow.map(async ({ hash, on }) => ({ on, rules: (await this.rulebooks.readVersion(organisationId, hash))?.rules ?? [] })));
    return rulebook.rules.map((rule) => {
      let since = versions.at(-1)!.on;
      for (const { on, rules } of versions.toReversed()) {
        if (JSON.stringify(rules.find(({ id }) => id === rule.id)) !== JSON.stringify(rule)) break;
        since = on;
      }
      return { rule, since, observed: observed.has(rule.id) };
    });
  }
}
