import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { DiscardDraft } from './discard-draft.js';
import { moved, newSection, problemsAt, replaced } from './edit-definition.js';
import { ProblemLines } from './problem-lines.js';
import { PublishForm } from './publish-form.js';
import { type Definition, problemsOf, type Scorecard, type Version } from './scorecard-queries.js';
import { SectionEditor } from './section-editor.js';

/** How long nobody types before it is checked, in ms. */
const PAUSE = 300;

/** A draft being written: whatever is wrong is told where it is, as one writes. */
export function ScorecardEditor({ card, version, tag }: { card: Scorecard; version: Version; tag: string }) {
  const { t } = useTranslation();
  const ids = useId();
  const client = useQueryClient();
  const [definition, setDefinition] = useState<Definition>(version.definition);
  const settled = useSettled(definition);
  const problems = useQuery(problemsOf(settled)).data?.problems ?? version.problems;
  const changed = definition !== version.definition;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => answer(api.PUT('/v1/scorecards/{id}/draft', { params: { path: { id: card.id }, header: { 'If-Match': tag } }, body: definition })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scorecards'] }),
  });
  const set = (change: Partial<Definition>): void => setDefinition({ ...definition, ...change });
  const { sections } = definition;
  return (
    <form className="scorecard-editor" onSubmit={save} aria-label={t('scorecard.writing')}>
      <p className="field">
        <label htmlFor={`${ids}n`}>{t('scorecard.name')}</label>
        <input id={`${ids}n`} value={definition.name} maxLength={200} onChange={({ target }) => set({ name: target.value })} />
      </p>
      <p className="field wide">
        <label htmlFor={`${ids}p`}>{t('scorecard.purpose')}</label>
        <textarea id={`${ids}p`} rows={2} maxLength={1000} value={definition.purpose ?? ''} onChange={({ target }) => set({ purpose: target.value === '' ? null : target.value })} />
      </p>
      <ProblemLines problems={[...problemsAt(problems, ['name']), ...problemsAt(problems, ['sections'], false)]} />
      {sections.map((section, at) => (
        <SectionEditor
          key={section.id}
          section={section}
          at={at}
          last={at === sections.length - 1}
          all={definition}
          problems={problems}
          change={(to) => set({ sections: replaced(sections, at, to) })}
          move={(by) => set({ sections: moved(sections, at, by) })}
        />
      ))}
      <p className="review-choice">
        <button type="button" className="button" onClick={() => set({ sections: [...sections, newSection()] })}>
          {t('scorecard.addSection')}
        </button>
      </p>
      <p role="status" className={problems.length > 0 ? 'doubt' : 'under'}>
        {t('scorecard.problems', { count: problems.length })}
      </p>
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('evaluation.failed')}
        </p>
      )}
      <p className="review-choice">
        <button type="submit" className="button" disabled={isPending || !changed}>
          {t('scorecard.save')}
        </button>
        <span className="under">{t(changed ? 'scorecard.unsaved' : 'scorecard.savedDraft')}</span>
      </p>
      <PublishForm card={card} version={version} tag={tag} ready={!changed && problems.length === 0} />
      <DiscardDraft card={card} version={version} tag={tag} />
    </form>
  );

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    mutate();
  }
}

/** A value once it has been left alone for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), PAUSE);
    return () => window.clearTimeout(timer);
  }, [value]);
  return settled;
}
