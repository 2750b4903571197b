import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem.js';
import { useFormat } from '../format/use-format.js';
import { type Keys, useKeys } from '../shell/use-keys.js';
import { selectedWords } from '../queue/chosen-words.js';
import { DraftConflict } from './draft-conflict.js';
import { answerWith, type Criterion, type Evaluation, optionsOf } from './evaluation-queries.js';
import { Question } from './question.js';
import { ScoreText } from './score.js';
import { useDraft } from './use-draft.js';

/** What is pressed outside of a question is for the one that was last worked on. */
const KEYS = ['p', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** A scorecard being filled in, beside the words it is about. */
export function EvaluationForm({ draft, close }: { draft: Evaluation; close: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useRef<HTMLElement>(null);
  const { answers, change, submit, discard, saving, conflict, keepMine, takeTheirs, error } = useDraft(draft, close);
  // The server says what is asked: what an answer takes away is not shown, what it asks for is.
  const states = new Map(draft.result.criteria.map((one) => [one.id, one]));
  const asked = draft.definition.sections.map((section) => ({ ...section, criteria: section.criteria.filter(({ id }) => states.has(id) && states.get(id)?.why !== 'condition') }));
  const questions = asked.flatMap(({ criteria }) => criteria);
  const answered = questions.filter(({ id }) => answers.has(id)).length;
  const focus = (criterion: Criterion | undefined): void => form.current?.querySelector<HTMLElement>(`[data-question="${criterion?.id ?? ''}"] input`)?.focus();
  const [current, setCurrent] = useState<string | null>(null);
  const here = questions.find(({ id }) => id === current) ?? questions.find(({ id }) => !answers.has(id)) ?? questions[0];
  const quote = (criterion: Criterion): void => {
    const words = selectedWords(window.getSelection());
    const given = answers.get(criterion.id);
    if (words === null || given === undefined) return;
    const { turn, start, end, text } = words;
    const others = given.evidence.filter((one) => one.turn !== turn || one.start !== start || one.end !== end);
    change(criterion.id, { ...given, evidence: [...others, { turn, start, end, quote: text }] });
  };
  const press = (criterion: Criterion, key: string): boolean => {
    const option = optionsOf(criterion)[Number(key) - 1];
    if (key === 'p') quote(criterion);
    else if (option === undefined) return false;
    else {
      change(criterion.id, answerWith(criterion, answers.get(criterion.id), option));
      focus(questions[questions.indexOf(criterion) + 1] ?? criterion);
    }
    return true;
  };
  const keys: Keys = { q: () => focus(here), ...Object.fromEntries(KEYS.map((key) => [key, () => void (here && press(here, key))])) };
  useKeys(keys);
  // Whoever begins answers at once; the words stay beside.
  // oxlint-disable-next-line react/exhaustive-deps -- on arrival only
  useEffect(() => focus(here), []);
  return (
    <section ref={form} className="evaluation-form" aria-label={t('evaluation.filling', { name: draft.scorecard.name, agent: draft.agent.name ?? draft.agent.ref })}>
      <h3>{draft.scorecard.name}</h3>
      <p className="under">{t('evaluation.about', { agent: draft.agent.name ?? draft.agent.ref, version: draft.scorecard.version })}</p>
      <p role="status" className="under">
        {t('evaluation.progress', { answered: format.count(answered), of: format.count(questions.length) })} · {t(saving ? 'evaluation.saving' : error === null ? 'evaluation.saved' : 'evaluation.unsaved')}
      </p>
      <progress max={Math.max(1, questions.length)} value={answered} aria-label={t('evaluation.progressLabel')} />
      <p className="under">{t('evaluation.keys')}</p>
      {asked.map(({ id, title, criteria }) =>
        criteria.length === 0 ? null : (
          <section key={id} aria-label={title}>
            <h4>{title}</h4>
            {criteria.map((criterion) => {
              const at = questions.indexOf(criterion);
              return <Question key={criterion.id} criterion={criterion} number={at + 1} answer={answers.get(criterion.id)} change={(to, soon) => change(criterion.id, to, soon)} press={(key) => press(criterion, key)} enter={() => setCurrent(criterion.id)} quote={() => quote(criterion)} />;
            })}
          </section>
        ),
      )}
      <p>
        {t('evaluation.sofar')} <ScoreText score={draft.result} side="human" />
      </p>
      {conflict !== null && <DraftConflict conflict={conflict} evaluation={draft.id} busy={saving} keepMine={keepMine} takeTheirs={takeTheirs} />}
      {error && conflict === null && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('evaluation.failed')}
        </p>
      )}
      <p className="review-choice">
        <button type="button" className="button" disabled={saving || conflict !== null || draft.result.state === 'open'} onClick={submit}>
          {t('evaluation.submit')}
        </button>
        <button type="button" className="quiet" onClick={close}>
          {t('evaluation.later')}
        </button>
        <button type="button" className="quiet" disabled={saving} onClick={discard}>
          {t('evaluation.discard')}
        </button>
      </p>
    </section>
  );
}
