import type { TFunction } from 'i18next';
import type { Criterion } from './scorecard-queries.js';

/** What an outcome of a criterion is called. */
export function outcomeName({ source }: Criterion, outcome: string, t: TFunction): string {
  if (outcome === 'pass' || outcome === 'partial' || outcome === 'fail') return t(`scorecard.outcome.${outcome}`);
  if (outcome === 'yes' || outcome === 'no' || outcome === 'na') return t(`evaluation.answer.${outcome}`);
  return (source.kind === 'scale' && source.scale.find(({ id }) => id === outcome)?.label) || t('scorecard.untitled');
}
