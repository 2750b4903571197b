import type { Scorecard, ScorecardDefinition } from '#domain';

export const exampleDefinition: ScorecardDefinition = {
  name: 'Accueil et solution',
  purpose: 'Le client est accueilli, et repart avec ce que nous pouvons faire pour lui.',
  sections: [
    {
      id: 'accueil',
      title: 'Accueil',
      criteria: [
        { id: 'salue', question: 'Le client est-il salué par son nom ?', help: null, weight: 20, critical: null, source: { kind: 'yes-no', notApplicable: true }, condition: null },
        {
          id: 'ecoute', question: 'A-t-on laissé le client finir ?', help: 'Sans couper, ni supposer.', weight: 30, critical: null,
          source: { kind: 'scale', notApplicable: false, scale: [{ id: 'non', label: 'Non', points: 0 }, { id: 'plutot', label: 'Plutôt', points: 1 }, { id: 'oui', label: 'Oui', points: 2 }] },
          condition: { when: null, channels: ['phone'], reasons: [] },
        },
      ],
    },
    {
      id: 'solution',
      title: 'Solution',
      criteria: [
        {
          id: 'refus', question: 'Aucun refus sans autre proposition', help: null, weight: 50, critical: 'section',
          source: { kind: 'findings', rules: ['refus.impossible'], commitments: [], counts: { by: 'no-violation' } }, condition: null,
        },
      ],
    },
  ],
};

const by = '5e0c7f86-6a51-4c1f-9b5f-0d8a0a1f2b3c';

export const exampleScorecard: Scorecard = {
  id: '7b2d1c0e-9f8a-5b6c-8d7e-1a2b3c4d5e6f',
  name: exampleDefinition.name,
  createdAt: '2026-10-28T09:00:00.000Z',
  createdBy: by,
  current: 1,
  versions: [{ version: 1, state: 'published', definition: exampleDefinition, effectiveOn: '2026-11-01', publishedAt: '2026-10-29T08:30:00.000Z', publishedBy: by, retiredFrom: null, problems: [] }],
  revision: 2,
};
