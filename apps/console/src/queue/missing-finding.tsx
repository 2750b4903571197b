import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { rulebook } from '../api/queries.js';
import type { InteractionDetail } from '../api/types.js';
import { useEscape } from '../shell/use-escape.js';
import { type ChosenWords, placesOf } from './chosen-words.js';

interface Props {
  readonly interaction: InteractionDetail;
  /** Words selected before; null: to be typed. */
  readonly chosen: ChosenWords | null;
  readonly close: () => void;
  readonly added: (findingId: string) => void;
}

/** What no rule found: on selected words, or on words typed as they stand in the text, under a rule. */
export function MissingFinding({ interaction, chosen, close, added }: Props) {
  const { t } = useTranslation();
  const ids = useId();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEscape(form, close);
  const client = useQueryClient();
  const score = useQuery(rulebook).data;
  const [words, setWords] = useState(chosen?.text ?? '');
  const [place, setPlace] = useState(0);
  useEffect(() => field.current?.focus(), []);
  const spoken = interaction.turns.filter((turn) => !turn.private);
  const places = chosen !== null && chosen.text === words ? [chosen] : placesOf(words, spoken);
  const at = places[Math.min(place, places.length - 1)];
  const role = at === undefined ? 'agent' : (spoken.find(({ position }) => position === at.turn)?.speaker.role ?? 'unknown');
  const rules = (score?.rules ?? []).filter(({ speaker, channels }) => speaker === role && channels.includes(interaction.channel));
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ rule, note, words: { turn, start, end } }: { rule: string; note: string | null; words: ChosenWords }) =>
      answer(api.POST('/v1/interactions/{id}/findings', { params: { path: { id: interaction.id } }, body: { turn, start, end, rule, note } })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries();
      added(id);
    },
  });
  return (
    <form ref={form} className="missing-finding" aria-labelledby={`${ids}h`} onSubmit={submit}>
      <h2 id={`${ids}h`}>{t('queue.missing')}</h2>
      <fieldset disabled={isPending}>
        <label htmlFor={`${ids}w`}>{t('queue.missingWords')}</label>
        <input id={`${ids}w`} ref={field} value={words} onChange={(event) => setWords(event.target.value)} aria-describedby={`${ids}p`} required autoComplete="off" />
        <p id={`${ids}p`} role="status" className="under">
          {words.trim() === '' ? t('queue.missingHint') : t('queue.places', { count: places.length })}
        </p>
        {places.length > 1 && (
          <>
            <label htmlFor={`${ids}a`}>{t('queue.which')}</label>
            <select id={`${ids}a`} value={place} onChange={(event) => setPlace(Number(event.target.value))}>
              {places.map(({ turn, start }, i) => (
                <option key={`${turn} ${start}`} value={i}>
                  {t('queue.turn', { number: turn + 1, name: speakerOf(turn) })}
                </option>
              ))}
            </select>
          </>
        )}
        <label htmlFor={`${ids}r`}>{t('queue.rule')}</label>
        <select id={`${ids}r`} name="rule" required>
          {rules.map(({ id, why }) => (
            <option key={id} value={id} title={why}>
              {id}
            </option>
          ))}
        </select>
        {rules.length === 0 && <p className="under">{t('queue.noRule')}</p>}
        <label htmlFor={`${ids}n`}>{t('review.note')}</label>
        <textarea id={`${ids}n`} name="note" rows={2} maxLength={2000} />
        <p className="review-choice">
          <button type="submit" className="button" disabled={at === undefined || rules.length === 0}>
            {t('queue.add')}
          </button>
          <button type="button" className="quiet" onClick={close}>
            {t('review.cancel')}
          </button>
        </p>
      </fieldset>
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('queue.notAdded')}
        </p>
      )}
    </form>
  );

  function speakerOf(turn: number): string {
    const speaker = spoken.find(({ position }) => position === turn)?.speaker;
    return speaker?.name ?? t(`role.${speaker?.role ?? 'unknown'}`);
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [rule, note] = [given.get('rule'), given.get('note')];
    if (at === undefined || typeof rule !== 'string' || rule === '') return;
    mutate({ rule, note: typeof note === 'string' && note.trim() !== '' ? note.trim() : null, words: at });
  }
}
