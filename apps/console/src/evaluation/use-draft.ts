import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api } from '../api/client.js';
import { type Answer, type Evaluation, evaluation as oneEvaluation } from './evaluation-queries.js';

/** A comment is sent once nobody has typed for so long, in ms. */
const TYPED = 500;
/** Half of what a browser takes, in code units: letters may be of several bytes. */
const KEPT_ALIVE = 20_000;

export interface Draft {
  readonly answers: ReadonlyMap<string, Answer>;
  /** Changes one answer; null takes it away. `soon`: while somebody types. */
  readonly change: (criterion: string, to: Answer | null, soon?: boolean) => void;
  /** Hands it in, once everything is kept. */
  readonly submit: () => void;
  readonly discard: () => void;
  readonly saving: boolean;
  readonly error: Error | null;
}

/** A draft on the server: each answer is kept as it is given, whatever becomes of the page. */
export function useDraft(draft: Evaluation, done: () => void): Draft {
  const client = useQueryClient();
  const { id } = draft;
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(() => new Map(draft.answers.map((one) => [one.criterion, one])));
  const kept = useRef(answers);
  const timer = useRef<number | undefined>(undefined);
  const path = { params: { path: { id } } };
  const save = useMutation({
    // One after the other: what was given last is kept last.
    scope: { id: `evaluation ${id}` },
    mutationFn: () => {
      const body = { answers: [...kept.current.values()].map(({ evidence, ...one }) => ({ ...one, evidence: evidence.map(({ turn, start, end }) => ({ turn, start, end })) })) };
      // Sent to its end although the page is left; browsers do so for small bodies only.
      return answer(api.PUT('/v1/evaluations/{id}/answers', { ...path, body, keepalive: JSON.stringify(body).length < KEPT_ALIVE }));
    },
    onSuccess: (saved) => client.setQueryData(oneEvaluation(id).queryKey, saved),
  });
  const { mutate, mutateAsync } = save;
  const flush = useCallback(() => {
    if (timer.current === undefined) return;
    window.clearTimeout(timer.current);
    timer.current = undefined;
    mutate();
  }, [mutate]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  const change = useCallback(
    (criterion: string, to: Answer | null, soon = false) => {
      const next = new Map(kept.current);
      if (to === null) next.delete(criterion);
      else next.set(criterion, to);
      kept.current = next;
      setAnswers(next);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, soon ? TYPED : 0);
    },
    [flush],
  );
  const submit = useMutation({
    mutationFn: async () => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
      await mutateAsync();
      return answer(api.POST('/v1/evaluations/{id}/submission', path));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['evaluations'] });
      done();
    },
  });
  const discard = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/evaluations/{id}', path)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['evaluations'] });
      done();
    },
  });
  return {
    answers,
    change,
    submit: () => submit.mutate(),
    discard: () => discard.mutate(),
    saving: save.isPending || submit.isPending || discard.isPending,
    error: submit.error ?? save.error ?? discard.error,
  };
}
