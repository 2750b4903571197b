import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionFields } from './condition-fields.js';
import { sourceOf } from './edit-definition.js';
import { FindingsFields } from './findings-fields.js';
import { Moves } from './moves.js';
import { ProblemLines } from './problem-lines.js';
import { ScaleFields } from './scale-fields.js';
import type { Criterion, Definition, ScorecardProblem, Source } from './scorecard-queries.js';

const KINDS = ['yes-no', 'scale', 'findings'] as const satisfies readonly Source['kind'][];

interface Props {
  readonly criterion: Criterion;
  readonly at: number;
  readonly last: boolean;
  readonly all: Definition;
  /** Of this criterion. */
  readonly problems: readonly ScorecardProblem[];
  readonly change: (to: Criterion | null) => void;
  readonly move: (by: -1 | 1) => void;
}

/** One criterion: what is asked, where the answer comes from, what it weighs and when it is asked. */
export function CriterionEditor({ criterion, at, last, all, problems, change, move }: Props) {
  const { t } = useTranslation();
  const ids = useId();
  const { source, weight, critical, question, help } = criterion;
  const set = (changed: Partial<Criterion>): void => change({ ...criterion, ...changed });
  return (
    <fieldset className="criterion-editor">
      <legend>{t('scorecard.criterion', { number: at + 1 })}</legend>
      <p className="field wide">
        <label htmlFor={`${ids}q`}>{t('scorecard.question')}</label>
        <input id={`${ids}q`} value={question} maxLength={200} aria-describedby={`${ids}p`} onChange={({ target }) => set({ question: target.value })} />
      </p>
      <Moves first={at === 0} last={last} move={move} remove={() => change(null)} name={question || t('scorecard.criterion', { number: at + 1 })} />
      <div className="filters">
        <p className="field">
          <label htmlFor={`${ids}s`}>{t('scorecard.source')}</label>
          <select id={`${ids}s`} value={source.kind} onChange={({ target }) => set({ source: sourceOf(KINDS.find((kind) => kind === target.value) ?? 'yes-no'), condition: null })}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`scorecard.kind.${kind}`)}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor={`${ids}w`}>{t('scorecard.weight')}</label>
          <input id={`${ids}w`} type="number" min={0} max={100} value={weight} onChange={({ target }) => set({ weight: Math.min(100, Math.max(0, Math.round(target.valueAsNumber || 0))) })} />
        </p>
        <p className="field">
          <label htmlFor={`${ids}c`}>{t('scorecard.critical')}</label>
          <select id={`${ids}c`} value={critical ?? ''} onChange={({ target }) => set({ critical: target.value === 'section' || target.value === 'all' ? target.value : null })}>
            <option value="">{t('scorecard.notCritical')}</option>
            <option value="section">{t('scorecard.criticalSection')}</option>
            <option value="all">{t('scorecard.criticalAll')}</option>
          </select>
        </p>
      </div>
      {source.kind === 'findings' ? <FindingsFields source={source} change={(to) => set({ source: to })} /> : null}
      {source.kind === 'scale' ? <ScaleFields source={source} change={(to) => set({ source: to })} /> : null}
      {source.kind === 'findings' ? null : (
        <label className="option">
          <input type="checkbox" checked={source.notApplicable} onChange={({ target }) => set({ source: { ...source, notApplicable: target.checked } })} />
          {t('scorecard.notApplicable')}
        </label>
      )}
      <details>
        <summary>{t('scorecard.more')}</summary>
        <p className="field wide">
          <label htmlFor={`${ids}h`}>{t('scorecard.help')}</label>
          <textarea id={`${ids}h`} rows={2} maxLength={1000} value={help ?? ''} onChange={({ target }) => set({ help: target.value === '' ? null : target.value })} />
        </p>
        <ConditionFields criterion={criterion} all={all} change={(condition) => set({ condition })} />
      </details>
      <ProblemLines id={`${ids}p`} problems={problems} />
    </fieldset>
  );
}
