import type { CriterionCondition, CriterionSource, Criticality, ScorecardCriterion, ScorecardDefinition } from '#domain';

export interface Wanted {
  readonly id: string;
  readonly weight?: number;
  readonly critical?: Criticality;
  readonly source?: CriterionSource;
  readonly condition?: Partial<CriterionCondition>;
}

export const YES_NO: CriterionSource = { kind: 'yes-no', notApplicable: true };

export const criterion = ({ id, weight = 1, critical, source = YES_NO, condition }: Wanted): ScorecardCriterion => ({
  id,
  question: `Question ${id} ?`,
  help: null,
  weight,
  critical: critical ?? null,
  source,
  condition: condition === undefined ? null : { when: null, channels: [], reasons: [], ...condition },
});

/** A scorecard with one section for each list. */
export const card = (...sections: readonly (readonly Wanted[])[]): ScorecardDefinition => ({
  name: 'Essai',
  purpose: null,
  sections: sections.map((criteria, at) => ({ id: `s${at}`, title: `Section ${at}`, criteria: criteria.map(criterion) })),
});

export const scale = (...points: readonly number[]): CriterionSource => ({ kind: 'scale', notApplicable: true, scale: points.map((one, at) => ({ id: `p${at}`, label: `Échelon ${at}`, points: one })) });

export const findings = (counts: Extract<CriterionSource, { kind: 'findings' }>['counts'], ...rules: readonly string[]): CriterionSource => ({ kind: 'findings', rules, commitments: [], counts });
