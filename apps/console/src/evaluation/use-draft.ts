import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, answerWithTag, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
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
  /** It was changed, or handed in, in another window: nothing given here since then is kept, and all of it still stands here. */
  readonly conflict: 'changed' | 'submitted' | null;
  /** Keeps what stands here, over what was written elsewhere. */
  readonly keepMine: () => void;
  /** Takes what was written elsewhere, instead of what stands here. */
  readonly takeTheirs: () => void;
  readonly error: Error | null;
}

/** A draft on the server: each answer is kept as it is given, whatever becomes of the page, unless another window has written meanwhile. */
export function useDraft(draft: Evaluation, done: () => void): Draft {
  const client = useQueryClient();
  const { id } = draft;
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(() => answersOf(draft));
  const kept = useRef(answers);
  const timer = useRef<number | undefined>(undefined);
  const path = { path: { id } };
  /** Of what was read or written here last. */
  const tag = useRef<Promise<string> | null>(null);
  const seen = useRef(draft.revision);
  /** Asked for once, before anything is given: leaving the page then takes one request. */
  const tagAsRead = useCallback((): Promise<string> => {
    if (tag.current === null) tag.current = readDraft(id).then(({ data, tag: now }) => {
      if (data.revision === seen.current && data.state === 'draft') return now;
      throw new ProblemError(data.state === 'draft' ? CHANGED : SUBMITTED);
    });
    return tag.current;
  }, [id]);
  useEffect(() => void tagAsRead().catch(() => undefined), [tagAsRead]);
  const save = useMutation({
    // One after the other: what was given last is kept last.
    scope: { id: `evaluation ${id}` },
    mutationFn: async () => {
      const body = { answers: [...kept.current.values()].map(({ evidence, ...one }) => ({ ...one, evidence: evidence.map(({ turn, start, end }) => ({ turn, start, end })) })) };
      const params = { ...path, header: { 'If-Match': await tagAsRead() } };
      // Sent to its end although the page is left; browsers do so for small bodies only.
      return answerWithTag(api.PUT('/v1/evaluations/{id}/answers', { params, body, keepalive: JSON.stringify(body).length < KEPT_ALIVE }));
    },
    onSuccess: ({ data, tag: now }) => {
      tag.current = Promise.resolve(now);
      seen.current = data.revision;
      client.setQueryData(oneEvaluation(id).queryKey, data);
    },
    onError: (error) => {
      // What did not arrive may do so the next time; what was refused is refused until somebody decides.
      if (conflictOf(error) === null) tag.current = null;
    },
  });
  const { mutate, mutateAsync, reset } = save;
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
      return answer(api.POST('/v1/evaluations/{id}/submission', { params: { ...path, header: { 'If-Match': await tagAsRead() } } }));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['evaluations'] });
      done();
    },
  });
  const discard = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/evaluations/{id}', { params: path })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['evaluations'] });
      done();
    },
  });
  /** From what stands on the server now. */
  const resume = useMutation({
    mutationFn: (_mine: boolean) => readDraft(id),
    onSuccess: ({ data, tag: now }, mine) => {
      tag.current = Promise.resolve(now);
      seen.current = data.revision;
      client.setQueryData(oneEvaluation(id).queryKey, data);
      reset();
      submit.reset();
      if (mine) return mutate();
      kept.current = answersOf(data);
      setAnswers(kept.current);
    },
  });
  const error = submit.error ?? save.error ?? discard.error ?? resume.error;
  return {
    answers,
    change,
    submit: () => submit.mutate(),
    discard: () => discard.mutate(),
    saving: save.isPending || submit.isPending || discard.isPending || resume.isPending,
    conflict: conflictOf(error),
    keepMine: () => resume.mutate(true),
    takeTheirs: () => resume.mutate(false),
    error,
  };
}

const readDraft = (id: string) => answerWithTag(api.GET('/v1/evaluations/{id}', { params: { path: { id } } }));

const CHANGED = { status: 412, code: 'precondition_failed' } as const;
const SUBMITTED = { status: 409, code: 'evaluation_submitted' } as const;

function conflictOf(error: Error | null): Draft['conflict'] {
  if (!(error instanceof ProblemError)) return null;
  if (error.code === SUBMITTED.code) return 'submitted';
  return error.status === CHANGED.status ? 'changed' : null;
}

const answersOf = ({ answers }: Evaluation): ReadonlyMap<string, Answer> => new Map(answers.map((one) => [one.criterion, one]));
