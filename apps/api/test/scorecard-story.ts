import type { OrganisationSettings, ScorecardDefinition } from '#domain';
import { AutomaticEvaluations } from '#storage';
import { ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { evaluation, interactionEvaluations, scoreReport } from '../src/read-models/evaluation.schema.js';
import { scorecard } from '../src/read-models/scorecard.schema.js';
import { startDisputeStory } from './dispute-story.js';

const question = { help: null, critical: null, condition: null };

/** Questions of both sides: findings weigh 50 and 50, answers 60 and 40 with one more where the first is « oui ». */
export const DEFINITION: ScorecardDefinition = {
  name: 'Accueil et solution',
  purpose: null,
  sections: [
    {
      id: 'accueil',
      title: 'Accueil',
      criteria: [
        { ...question, id: 'salue', question: 'Le client est-il salué ?', weight: 60, source: { kind: 'yes-no', notApplicable: true } },
        { ...question, id: 'nom', question: 'Par son nom ?', weight: 0, source: { kind: 'yes-no', notApplicable: false }, condition: { when: { criterion: 'salue', is: ['yes'] }, channels: [], reasons: [] } },
        {
          ...question, id: 'ecoute', question: 'L’a-t-on écouté ?', weight: 40,
          source: { kind: 'scale', notApplicable: true, scale: [{ id: 'non', label: 'Non', points: 0 }, { id: 'plutot', label: 'Plutôt', points: 1 }, { id: 'oui', label: 'Oui', points: 2 }] },
        },
      ],
    },
    {
      id: 'mots',
      title: 'Les mots',
      criteria: [
        { ...question, id: 'refus', question: 'Aucun refus sec', weight: 50, critical: 'all', source: { kind: 'findings', rules: ['refus'], commitments: [], counts: { by: 'no-violation' } } },
        { ...question, id: 'mots-justes', question: 'Des mots qui servent', weight: 50, source: { kind: 'findings', rules: ['accueil'], commitments: [], counts: { by: 'any-merit' } } },
      ],
    },
  ],
};

export const ANSWERS = [
  { criterion: 'salue', answer: 'yes', comment: 'Dès le début.', evidence: [{ turn: 1, start: 0, end: 10 }] },
  { criterion: 'nom', answer: 'no' },
  { criterion: 'ecoute', answer: 'plutot' },
];

export const now = (): string => new Date().toISOString();
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
export const dayFromNow = (days: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date(Date.now() + days * 86_400_000));

export const codeOf = ({ status, text }: { status: number; text: string }): [number, string | undefined] => [status, text === '' ? undefined : JSON.parse(text).code];

/** The people of a dispute, and scorecards. */
export async function startScorecardStory(settings: Partial<OrganisationSettings> = {}) {
  const story = await startDisputeStory(settings);
  type Name = keyof typeof story.people;
  const settle = () => story.app.get(AutomaticEvaluations).settle(ORGANISATION);
  const beside = async (interaction: string, who: Name = 'chef') => {
    await settle();
    return interactionEvaluations.parse((await story.as(who, 'get', `/v1/interactions/${interaction}/evaluations`)).body);
  };
  return {
    ...story,
    settle,
    beside,
    /** A scorecard, published from today on. */
    async publish(definition: ScorecardDefinition = DEFINITION): Promise<string> {
      const made = scorecard.parse((await story.as('chef', 'post', '/v1/scorecards').send(definition)).body);
      const published = await story.as('chef', 'post', `/v1/scorecards/${made.id}/versions/1/publication`).send({ effectiveOn: today() });
      if (published.status !== 200) throw new Error(published.text);
      return made.id;
    },
    begin: (interaction: string, scorecardId: string, who: Name = 'chef', more: object = {}) => story.as(who, 'post', `/v1/interactions/${interaction}/evaluations`).send({ scorecard: scorecardId, agent: 'a-alix', ...more }),
    answer: (id: string, answers: readonly object[] = ANSWERS, who: Name = 'chef') => story.as(who, 'put', `/v1/evaluations/${id}/answers`).send({ answers }),
    submit: (id: string, who: Name = 'chef') => story.as(who, 'post', `/v1/evaluations/${id}/submission`),
    evaluation: async (id: string, who: Name = 'chef') => evaluation.parse((await story.as(who, 'get', `/v1/evaluations/${id}`)).body),
    async report(scorecardId: string, by = 'all', who: Name = 'chef', more = '') {
      await settle();
      return scoreReport.parse((await story.as(who, 'get', `/v1/reports/scorecards?scorecard=${scorecardId}&by=${by}${more}`)).body);
    },
    journal: (type: string): Promise<{ payload: Readonly<Record<string, unknown>> }[]> => story.owner.query('SELECT payload FROM journal WHERE type = $1 ORDER BY position', [type]),
  };
}
export type ScorecardStory = Awaited<ReturnType<typeof startScorecardStory>>;
