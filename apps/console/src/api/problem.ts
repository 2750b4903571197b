/** What went wrong, as RFC 9457 says it: `code` is stable, `title` and `detail` are for people. */
export class ProblemError extends Error {
  /** HTTP status, 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  /** What is wrong in what was sent, field by field. */
  readonly fields: readonly string[];

  constructor(problem: { status: number; code: string; title?: string; detail?: string | null; fields?: readonly string[]; cause?: unknown }) {
    super(problem.title ?? problem.code, { cause: problem.cause });
    this.name = 'ProblemError';
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail ?? null;
    this.fields = problem.fields ?? [];
  }

  /** Reads a problem document; anything else becomes code `unexpected`. */
  static from(status: number, body: unknown): ProblemError {
    const text = (key: string): string | undefined => {
      const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined;
      return typeof value === 'string' ? value : undefined;
    };
    return new ProblemError({ status, code: text('code') ?? 'unexpected', title: text('title'), detail: text('detail'), fields: fieldsOf(body) });
  }

  /** The same request may succeed later. */
  get transient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

function fieldsOf(body: unknown): string[] {
  const errors: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'errors') : undefined;
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) => {
    const detail: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'detail') : undefined;
    return typeof detail === 'string' ? [detail] : [];
  });
}
