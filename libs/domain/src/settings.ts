import { RETENTION_DEFAULTS, type RetentionDays } from './retention.js';

/**
 * Fairness settings of an organisation. The default is the strict one; every relaxation is journalled
 * with its reason (docs/fairness.md).
 */
export interface OrganisationSettings {
  /** Which findings count in a person's figures: `confirmed` by a reviewer (default) or `detected` too. */
  readonly personFigures: 'confirmed' | 'detected';
  /** A group's figures are shown from this many agents on … */
  readonly groupMinAgents: number;
  /** … and from this many interactions on. */
  readonly groupMinInteractions: number;
  /** A rule whose precision may lie below this (lower bound of its interval) goes under observation and counts for no one; 0: never … */
  readonly ruleMinPrecision: number;
  /** … once so many of its findings are judged. */
  readonly ruleMinJudged: number;
  /** For how many days after a confirmation the agent concerned may dispute it. */
  readonly disputeDays: number;
  /** For how many days each class of data is kept. */
  readonly retention: RetentionDays;
}

/** Days, for `OrganisationSettings.disputeDays`: a right that ends at once would be none. */
export const DISPUTE_DAYS = { min: 7, max: 365, default: 30 } as const;

export const STRICT_SETTINGS: OrganisationSettings = {
  personFigures: 'confirmed',
  groupMinAgents: 5,
  groupMinInteractions: 20,
  ruleMinPrecision: 0.5,
  ruleMinJudged: 20,
  disputeDays: DISPUTE_DAYS.default,
  retention: RETENTION_DEFAULTS,
};

/** Settings as they were kept, whole: those that came later have their strict value until somebody says otherwise. */
export const wholeSettings = (kept: Partial<OrganisationSettings>): OrganisationSettings => ({ ...STRICT_SETTINGS, ...kept, retention: { ...RETENTION_DEFAULTS, ...kept.retention } });

/** For the fictional sample data only: nobody real is measured there. */
export const SAMPLE_SETTINGS: OrganisationSettings = {
  personFigures: 'detected',
  groupMinAgents: 1,
  groupMinInteractions: 1,
  ruleMinPrecision: 0.5,
  ruleMinJudged: 20,
  disputeDays: DISPUTE_DAYS.default,
  retention: RETENTION_DEFAULTS,
};

export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** IANA zone: days and weeks of reports are this zone's. */
  readonly timeZone: string;
  readonly settings: OrganisationSettings;
}
