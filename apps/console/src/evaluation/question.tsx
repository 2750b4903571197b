import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomeName } from '../scorecard/outcome-name.js';
import { type Answer, answerWith, type Criterion, optionsOf } from './evaluation-queries.js';

interface Props {
  readonly criterion: Criterion;
  readonly number: number;
  readonly answer: Answer | undefined;
  readonly change: (to: Answer | null, soon?: boolean) => void;
  /** What a key does here; false for keys that mean nothing. */
  readonly press: (key: string) => boolean;
  /** The reader has come to this question. */
  readonly enter: () => void;
  /** Adds the words selected in the text. */
  readonly quote: () => void;
}

/** One question: digits answer it, the arrows too; words selected in the text are what it is answered by. */
export function Question({ criterion, number, answer, change, press, enter, quote }: Props) {
  const { t } = useTranslation();
  const ids = useId();
  const options = optionsOf(criterion);
  const typed = (event: KeyboardEvent<HTMLFieldSetElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLTextAreaElement) return;
    if (press(event.key)) event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the radio buttons in it
    <fieldset className="question" data-question={criterion.id} onKeyDown={typed} onFocus={enter}>
      <legend>
        <span className="question-number">{number}</span> {criterion.question}
        {criterion.critical !== null && <span className="critical">{t(`evaluation.critical.${criterion.critical}`)}</span>}
      </legend>
      {criterion.help !== null && <p className="under">{criterion.help}</p>}
      {options.map((id, at) => (
        <label key={id} className="option">
          <input type="radio" name={ids} value={id} checked={answer?.answer === id} onChange={() => change(answerWith(criterion, answer, id))} />
          <span>{outcomeName(criterion, id, t)}</span>
          <kbd aria-hidden="true">{at + 1}</kbd>
        </label>
      ))}
      {answer !== undefined && (
        <>
          <label htmlFor={`${ids}c`} className="under">
            {t('evaluation.comment')}
          </label>
          <textarea id={`${ids}c`} rows={2} maxLength={2000} value={answer.comment ?? ''} onChange={({ target }) => change({ ...answer, comment: target.value === '' ? null : target.value }, true)} />
          {answer.evidence.map((one) => (
            <blockquote key={`${one.turn} ${one.start} ${one.end}`} className="quoted">
              {one.quote}
              <button type="button" className="quiet" aria-label={t('evaluation.dropWords', { words: one.quote })} onClick={() => change({ ...answer, evidence: answer.evidence.filter((other) => other !== one) })}>
                ✕
              </button>
            </blockquote>
          ))}
          <button type="button" className="quiet" onMouseDown={(event) => event.preventDefault()} onClick={quote}>
            {t('evaluation.addWords')} <kbd aria-hidden="true">p</kbd>
          </button>
        </>
      )}
    </fieldset>
  );
}
