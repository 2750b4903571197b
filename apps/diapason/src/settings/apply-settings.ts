import type { OrganisationSettings } from '#domain';
import type { OrganisationRepository } from '#storage';
import { plural } from '../plural.js';
import { chooseOrganisation } from './choose-organisation.js';

/** Changes what is wanted, if anything, and prints the settings in force. */
export async function applySettings(
  organisations: OrganisationRepository,
  asked: string | undefined,
  wanted: Partial<OrganisationSettings>,
  reason: string,
): Promise<void> {
  const id = await chooseOrganisation(organisations, asked);
  const { settings, name } = (await organisations.readOrganisation(id))!;
  const next = { ...settings, ...wanted };
  if (Object.keys(wanted).length > 0) await organisations.changeSettings(id, next, reason);
  process.stdout.write(
    `${name} (${id})\n` +
      `  chiffres d’une personne : ${next.personFigures === 'confirmed' ? 'constats confirmés en revue seulement' : 'constats détectés'} (--person-figures ${next.personFigures})\n` +
      `  plus petit groupe montré : ${plural(next.groupMinAgents, 'agent')} (--group-min-agents), ${plural(next.groupMinInteractions, 'interaction')} (--group-min-interactions)\n` +
      `  règle en observation : précision possible sous ${next.ruleMinPrecision} (--rule-min-precision, 0 : jamais), dès ${plural(next.ruleMinJudged, 'constat jugé', 'constats jugés')} (--rule-min-judged)\n` +
      `  délai pour contester un constat confirmé : ${plural(next.disputeDays, 'jour')} (--dispute-days)\n` +
      `  durées de conservation : diapason retention show\n`,
  );
}
