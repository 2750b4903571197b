import { RETENTION_CLASSES } from '#domain';
import type { BiLogin, DossierFacts } from '#storage';
import { changedMembers, toldSettings } from './settings-text.js';
import { DOSSIER_TEXTS, type DossierLanguage, limitOf } from './texts.js';

/** The dossier as Markdown. @param on the day it is printed, YYYY-MM-DD */
export function dossierText(facts: DossierFacts, logins: readonly BiLogin[], on: string, language: DossierLanguage): string {
  const t = DOSSIER_TEXTS[language];
  const parts = [
    `# ${t.title} — ${facts.organisation.name}`,
    `> ${t.noAdvice}`,
    t.made(on, facts.organisation.id),
    section(t.heads.purposes, [bullets([...(facts.rulebook === null ? [] : [quoted(facts.rulebook.promise)]), ...t.purposes]), bullets(t.notPurposes)]),
    section(t.heads.rules, rulesOf(facts, language)),
    section(t.heads.data, dataOf(facts, language)),
    section(t.heads.measured, measuredOf(facts, language)),
    section(t.heads.recipients, recipientsOf(facts, logins, language)),
    section(t.heads.guards, [bullets(toldSettings(facts.organisation.settings, language).map(({ text, relaxed }) => (relaxed ? `${text} — **${language === 'fr' ? 'assoupli' : 'relaxed'}**` : text)))]),
    section(t.heads.changes, changesOf(facts, language)),
    section(t.heads.rights, [bullets(t.rights)]),
    section(t.heads.beyond, [bullets(t.beyond)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

const section = (head: string, parts: readonly string[]): string => [`## ${head}`, ...parts].join('\n\n');
const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const quoted = (text: string): string => `« ${oneLine(text)} »`;
/** What people wrote stays in its line, and in its cell of a table. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const cell = (text: string): string => oneLine(text).replaceAll('|', String.raw`\|`);
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((one) => cell(String(one))).join(' | ')} |`).join('\n');

function rulesOf({ rulebook, rules, versions, scorecards }: DossierFacts, language: DossierLanguage): string[] {
  const fr = language === 'fr';
  const { none } = DOSSIER_TEXTS[language];
  if (rulebook === null) return [none];
  const polarity = { violation: fr ? 'écart' : 'violation', merit: fr ? 'point fort' : 'merit' };
  const cards = scorecards.map(({ name, purpose, effectiveOn, retiredFrom }) => [name, purpose ?? '', effectiveOn, retiredFrom ?? '']);
  return [
    fr ? `Référentiel « ${rulebook.name} » ${rulebook.version}, empreinte \`${rulebook.hash.slice(0, 16)}\`, ${versions} version(s) publiée(s). Chaque règle est lisible de tous les conseillers, avec sa date.` : `Rulebook “${rulebook.name}” ${rulebook.version}, hash \`${rulebook.hash.slice(0, 16)}\`, ${versions} version(s) published. Every agent can read each rule, with its date.`,
    table(
      fr ? ['règle', 'sens', 'pourquoi', 'canaux', 'telle quelle depuis le'] : ['rule', 'kind', 'why', 'channels', 'as it is since'],
      rules.map(({ rule, since, observed }) => [rule.id, `${polarity[rule.polarity]}${observed ? (fr ? ', en observation : ne compte pour personne' : ', under observation: counts for no one') : ''}`, rule.why, rule.channels.join(', '), since]),
    ),
    ...(cards.length === 0 ? [] : [fr ? 'Grilles d’évaluation publiées :' : 'Scorecards published:', table(fr ? ['grille', 'but', 'compte depuis', 'retirée'] : ['scorecard', 'purpose', 'counts from', 'retired'], cards)]),
  ];
}

function dataOf({ organisation: { settings }, lastRetention }: DossierFacts, language: DossierLanguage): string[] {
  const fr = language === 'fr';
  const { classes } = DOSSIER_TEXTS[language];
  const run = lastRetention ?? (fr ? 'pas encore' : 'not yet');
  return [
    table(fr ? ['données', 'jours', 'limite'] : ['data', 'days', 'limit'], RETENTION_CLASSES.map((name) => [classes[name], settings.retention[name], limitOf(name)])),
    fr
      ? `Ensuite restent des chiffres de groupes et de règles, sans personne. Dernier passage automatique : ${run}.`
      : `Afterwards figures of groups and rules stay, without anybody’s name. Last automatic run: ${run}.`,
  ];
}

function measuredOf({ kept, erasures }: DossierFacts, language: DossierLanguage): string[] {
  const fr = language === 'fr';
  const channels = { phone: fr ? 'téléphone' : 'phone', email: 'email', chat: 'chat' };
  return [
    kept.length === 0
      ? DOSSIER_TEXTS[language].none
      : table(fr ? ['canal', 'échanges gardés', 'dont sans mots', 'du', 'au'] : ['channel', 'interactions kept', 'of these without words', 'from', 'to'], kept.map((one) => [channels[one.channel], one.interactions, one.wordless, one.from, one.to])),
    fr ? `Clients effacés à leur demande : ${erasures}.` : `Customers erased on request: ${erasures}.`,
  ];
}

function recipientsOf({ accounts, keys, webhooks }: DossierFacts, logins: readonly BiLogin[], language: DossierLanguage): string[] {
  const fr = language === 'fr';
  const { none } = DOSSIER_TEXTS[language];
  const list = (what: string, lines: readonly string[]): string => (lines.length === 0 ? `${what} : ${none}.` : `${what} :\n\n${bullets(lines)}`);
  return [
    list(fr ? 'Comptes de personnes, par rôle' : 'Accounts of persons, by role', accounts.map(({ role, accounts: n, everyTeam }) => `\`${role}\` : ${n} (${fr ? 'toutes équipes' : 'every team'} : ${everyTeam})`)),
    list(fr ? 'Clés de programmes' : 'Keys of programs', keys.map(({ rights, keys: n }) => `${rights.map((right) => `\`${right}\``).join(', ')} : ${n}`)),
    list(fr ? 'Webhooks' : 'Webhooks', webhooks.map(({ host, types, state }) => `${host} : ${types.join(', ')} (${state})`)),
    list(fr ? 'Comptes de lecture des outils de tableaux de bord' : 'Logins of dashboard tools', logins.map(({ login }) => `\`${login}\``)),
    fr ? 'Ce que chaque rôle lit : docs/access.md.' : 'What each role reads: docs/access.md.',
  ];
}

function changesOf({ changes }: DossierFacts, language: DossierLanguage): string[] {
  const fr = language === 'fr';
  const strict = fr ? 'réglages stricts' : 'strict settings';
  return [
    table(
      fr ? ['le', 'ce qui a changé', 'raison'] : ['on', 'what changed', 'reason'],
      changes.map(({ on, reason, from, to }) => {
        const members = changedMembers(from, to);
        return [on, members.length === 0 ? strict : members.join(' ; '), reason];
      }),
    ),
  ];
}
