import { type OrganisationSettings, RETENTION_CLASSES, STRICT_SETTINGS } from '#domain';
import type { DossierLanguage } from './texts.js';

/** A setting in words, and whether it is looser than the strict one. */
export interface ToldSetting {
  readonly text: string;
  readonly relaxed: boolean;
}

/** The fairness settings in words, one line each; periods of retention have a table of their own. */
export function toldSettings(settings: OrganisationSettings, language: DossierLanguage): ToldSetting[] {
  const { personFigures, groupMinAgents, groupMinInteractions, ruleMinPrecision, ruleMinJudged, disputeDays } = settings;
  const fr = language === 'fr';
  const strict = STRICT_SETTINGS;
  return [
    {
      text: fr ? `Chiffres d’une personne : ${personFigures === 'confirmed' ? 'constats confirmés par une relecture seulement' : 'constats détectés, sans attendre la relecture'}` : `Figures of a person: ${personFigures === 'confirmed' ? 'findings confirmed in review only' : 'detected findings, without waiting for a review'}`,
      relaxed: personFigures !== strict.personFigures,
    },
    {
      text: fr ? `Plus petit groupe montré : ${groupMinAgents} conseillers et ${groupMinInteractions} échanges` : `Smallest group shown: ${groupMinAgents} agents and ${groupMinInteractions} interactions`,
      relaxed: groupMinAgents < strict.groupMinAgents || groupMinInteractions < strict.groupMinInteractions,
    },
    {
      text: fr
        ? `Une règle dont la précision peut être sous ${ruleMinPrecision} passe en observation et ne compte pour personne, dès ${ruleMinJudged} constats jugés${ruleMinPrecision === 0 ? ' (0 : jamais)' : ''}`
        : `A rule whose precision may lie below ${ruleMinPrecision} goes under observation and counts for no one, from ${ruleMinJudged} judged findings on${ruleMinPrecision === 0 ? ' (0: never)' : ''}`,
      relaxed: ruleMinPrecision < strict.ruleMinPrecision || ruleMinJudged > strict.ruleMinJudged,
    },
    {
      text: fr ? `Délai pour contester un écart confirmé : ${disputeDays} jours` : `Period for disputing a confirmed violation: ${disputeDays} days`,
      relaxed: disputeDays < strict.disputeDays,
    },
  ];
}

/** What a change of settings changed, as `member: before → after`; what it began with is told where it is not the strict one. */
export function changedMembers(from: OrganisationSettings | null, to: OrganisationSettings): string[] {
  const before = flat(from ?? STRICT_SETTINGS);
  return Object.entries(flat(to)).flatMap(([name, value]) => (before[name] === value ? [] : [`${name}: ${before[name]} → ${value}`]));
}

function flat(settings: OrganisationSettings): Record<string, string | number> {
  const { retention, personFigures, groupMinAgents, groupMinInteractions, ruleMinPrecision, ruleMinJudged, disputeDays } = settings;
  return { personFigures, groupMinAgents, groupMinInteractions, ruleMinPrecision, ruleMinJudged, disputeDays, ...Object.fromEntries(RETENTION_CLASSES.map((name) => [`retention.${name}`, retention[name]])) };
}
