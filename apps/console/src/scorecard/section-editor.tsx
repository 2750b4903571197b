import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CriterionEditor } from './criterion-editor.js';
import { moved, newCriterion, problemsAt, replaced } from './edit-definition.js';
import { Moves } from './moves.js';
import { ProblemLines } from './problem-lines.js';
import type { Definition, ScorecardProblem, Section } from './scorecard-queries.js';

interface Props {
  readonly section: Section;
  readonly at: number;
  readonly last: boolean;
  readonly all: Definition;
  readonly problems: readonly ScorecardProblem[];
  /** Null: without it. */
  readonly change: (to: Section | null) => void;
  readonly move: (by: -1 | 1) => void;
}

export function SectionEditor({ section, at, last, all, problems, change, move }: Props) {
  const { t } = useTranslation();
  const ids = useId();
  const { criteria, title } = section;
  const path = ['sections', at];
  const set = (changed: Partial<Section>): void => change({ ...section, ...changed });
  const own = [...problemsAt(problems, [...path, 'title']), ...problemsAt(problems, [...path, 'criteria'], false), ...problemsAt(problems, [...path, 'id'])];
  return (
    <fieldset className="section-editor">
      <legend>{t('scorecard.section', { number: at + 1 })}</legend>
      <p className="field wide">
        <label htmlFor={`${ids}t`}>{t('scorecard.sectionTitle')}</label>
        <input id={`${ids}t`} value={title} maxLength={200} aria-describedby={`${ids}p`} onChange={({ target }) => set({ title: target.value })} />
      </p>
      <Moves first={at === 0} last={last} move={move} remove={() => change(null)} name={title || t('scorecard.section', { number: at + 1 })} />
      <ProblemLines id={`${ids}p`} problems={own} />
      {criteria.map((criterion, i) => (
        <CriterionEditor
          key={criterion.id}
          criterion={criterion}
          at={i}
          last={i === criteria.length - 1}
          all={all}
          problems={problemsAt(problems, [...path, 'criteria', i])}
          change={(to) => set({ criteria: replaced(criteria, i, to) })}
          move={(by) => set({ criteria: moved(criteria, i, by) })}
        />
      ))}
      <button type="button" className="quiet" onClick={() => set({ criteria: [...criteria, newCriterion()] })}>
        {t('scorecard.addCriterion')}
      </button>
    </fieldset>
  );
}
