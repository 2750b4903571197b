/**
 * What is kept, by class, and for how many days at most. Raw phone transcripts: 180 days (CNIL's recommendation for recordings of calls at work is six months);
 * whatever tells of a person's work: 365. An organisation shortens at will; it cannot lengthen.
 */
export const RETENTION = {
  /** Words of calls: turns, subjects, quotes, what was said that matters over time. */
  phone: { max: 180, default: 180 },
  /** The same of mails and chats. */
  written: { max: 365, default: 365 },
  /** Findings with reviews, disputes and comments, the interactions themselves and the figures of persons; figures of groups stay. */
  findings: { max: 365, default: 365 },
  /** Evaluations of scorecards, filled in or made by findings. */
  evaluations: { max: 365, default: 365 },
  /** Coaching sessions with notes and actions, from the day on which they were held. */
  coaching: { max: 365, default: 365 },
  /** Judgements, notes and remarks of calibrations, from the day on which they were closed. */
  calibrations: { max: 365, default: 365 },
  /** Entries of the journal on what people did day by day: who opened which transcript, who signed in. */
  journal: { max: 365, default: 365 },
  /** Messages that could not be read, settled or not: they may hold anything. */
  deadLetters: { max: 180, default: 90 },
  /** Events that were sent to webhooks, or given up. */
  deliveries: { max: 365, default: 30 },
  /** Messages of conversations that arrive one by one, from the last one on. */
  gathered: { max: 180, default: 30 },
} as const satisfies Readonly<Record<string, { readonly max: number; readonly default: number }>>;

export type RetentionClass = keyof typeof RETENTION;
export const RETENTION_CLASSES = ['phone', 'written', 'findings', 'evaluations', 'coaching', 'calibrations', 'journal', 'deadLetters', 'deliveries', 'gathered'] as const satisfies readonly RetentionClass[];
/** Days for which each class is kept: what is of an earlier day passes. */
export type RetentionDays = Readonly<Record<RetentionClass, number>>;

export const RETENTION_DEFAULTS: RetentionDays = {
  phone: RETENTION.phone.default,
  written: RETENTION.written.default,
  findings: RETENTION.findings.default,
  evaluations: RETENTION.evaluations.default,
  coaching: RETENTION.coaching.default,
  calibrations: RETENTION.calibrations.default,
  journal: RETENTION.journal.default,
  deadLetters: RETENTION.deadLetters.default,
  deliveries: RETENTION.deliveries.default,
  gathered: RETENTION.gathered.default,
};

export interface RetentionProblem {
  readonly class: RetentionClass;
  readonly fr: string;
  readonly en: string;
}

/** Why these days cannot be, class by class; none when they can. */
export function retentionProblems(days: RetentionDays): RetentionProblem[] {
  const outside = RETENTION_CLASSES.flatMap((name): RetentionProblem[] => {
    const { max } = RETENTION[name];
    if (Number.isInteger(days[name]) && days[name] >= 1 && days[name] <= max) return [];
    return [{ class: name, fr: `de 1 à ${max} jours, pas ${days[name]} : la durée se raccourcit, elle ne s’allonge pas`, en: `from 1 to ${max} days, not ${days[name]}: a period is shortened, never lengthened` }];
  });
  if (outside.length > 0) return outside;
  const longer = (names: readonly RetentionClass[], fr: string, en: string): RetentionProblem[] => names.filter((name) => days[name] > days.findings).map((name) => ({ class: name, fr, en }));
  return [
    ...longer(['phone', 'written'], `les mots ne se gardent pas plus longtemps que les constats (${days.findings} jours)`, `words are not kept longer than findings (${days.findings} days)`),
    ...longer(['evaluations', 'calibrations'], `ce qui parle d’un échange ne se garde pas plus longtemps que lui (${days.findings} jours)`, `what is about an interaction is not kept longer than it (${days.findings} days)`),
  ];
}

/** The words of an interaction are gone since this day, after so many days. */
export interface WordsGone {
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly afterDays: number;
}

/** What passed, or would: interactions whose words went, interactions that went whole, rows of the other classes. */
export interface RetentionCounts {
  readonly phone: number;
  readonly written: number;
  readonly findings: number;
  readonly evaluations: number;
  readonly coaching: number;
  readonly calibrations: number;
  readonly journal: number;
  readonly deadLetters: number;
  readonly deliveries: number;
  readonly gathered: number;
  /** Facts that systems told, and names of customers and agents of whom nothing else is left. */
  readonly people: number;
}

export const NOTHING_PASSED: RetentionCounts = { phone: 0, written: 0, findings: 0, evaluations: 0, coaching: 0, calibrations: 0, journal: 0, deadLetters: 0, deliveries: 0, gathered: 0, people: 0 };
