import type { ScorecardCriterion, ScorecardDefinition } from '#domain';
import type { ScorecardRepository } from '#storage';

const plain = { help: null, critical: null, condition: null } as const;
const kept = (commitment: string): ScorecardCriterion['source'] => ({ kind: 'findings', rules: [], commitments: [commitment], counts: { by: 'no-violation' } });

export const SAMPLE_SCORECARD = 'Une conversation à la hauteur';

/** A scorecard for the sample rulebook: its commitments by findings, and what only a person can tell. */
const DEFINITION: ScorecardDefinition = {
  name: SAMPLE_SCORECARD,
  purpose: 'Ce que chaque client doit trouver chez nous, quel que soit celui qui lui répond. Les constats font une note, la personne qui écoute une autre.',
  sections: [
    {
      id: 'accueil',
      title: 'Accueil',
      criteria: [
        { ...plain, id: 'salutations', question: 'Du premier au dernier mot, le client est salué', weight: 20, source: kept('accueil') },
        { ...plain, id: 'nom', question: 'Le client est-il appelé par son nom ?', weight: 20, source: { kind: 'yes-no', notApplicable: true } },
        {
          ...plain, id: 'ecoute', question: 'L’a-t-on laissé finir, sans supposer à sa place ?', weight: 30,
          source: { kind: 'scale', notApplicable: false, scale: [{ id: 'non', label: 'Non', points: 0 }, { id: 'en-partie', label: 'En partie', points: 1 }, { id: 'oui', label: 'Oui', points: 2 }] },
        },
      ],
    },
    {
      id: 'issue',
      title: 'Une issue',
      criteria: [
        { ...plain, id: 'issue-dite', question: 'Le client entend ce que nous pouvons faire', weight: 40, critical: 'section', source: kept('issue') },
        { ...plain, id: 'egards', question: 'Il est cru et respecté', weight: 20, source: { kind: 'findings', rules: [], commitments: ['egards'], counts: { by: 'points', start: 8, outOf: 10, perViolation: 4, perMerit: 2 } } },
        { ...plain, id: 'reponse', question: 'Sa question a-t-elle une réponse ?', weight: 50, critical: 'all', source: { kind: 'yes-no', notApplicable: false } },
        {
          ...plain, id: 'suite', question: 'Sait-il ce qui se passe ensuite, et quand ?', help: 'Qui fait quoi, et pour quel jour.', weight: 20, source: { kind: 'yes-no', notApplicable: true },
          condition: { when: { criterion: 'reponse', is: ['yes'] }, channels: [], reasons: [] },
        },
      ],
    },
    { id: 'parole', title: 'Parole', criteria: [{ ...plain, id: 'parole-claire', question: 'Notre parole est claire et datée', weight: 20, source: kept('parole') }] },
  ],
};

/** For the invented interactions alone a scorecard counts for what was before it. */
const SINCE = '2026-01-01';
const BY = 'samples';

/** Publishes the sample scorecard, once: what a user makes of it stays. */
export async function publishSampleScorecard(scorecards: ScorecardRepository, organisationId: string): Promise<void> {
  const created = await scorecards.create(organisationId, DEFINITION, BY, 'sample');
  if (created.kind === 'done') await scorecards.publish({ organisationId, scorecardId: created.scorecardId, by: BY, revision: undefined }, 1, SINCE, { since: true });
}
