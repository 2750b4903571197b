import { PROBLEMS, ProblemException, type ProblemCode } from '#runtime';
import type { RefusalReason } from '../sources/refusal.js';
import type { ImportSummary } from './import-summary.js';

const CODES: Partial<Record<RefusalReason, ProblemCode>> = {
  unknown_format: 'unsupported_format',
  ambiguous_format: 'unsupported_format',
  too_large: 'payload_too_large',
  id_conflict: 'id_conflict',
  erased: 'erased',
};

/** A file of which nothing came in is an error of the request; undefined when something did. */
export function importProblem({ accepted, duplicates, refusedCount, refused }: ImportSummary): ProblemException | undefined {
  const [first] = refused;
  if (first === undefined || accepted + duplicates > 0 || refusedCount !== 1) return undefined;
  const code = CODES[first.reason] ?? 'unreadable_file';
  const detail = first.place === undefined ? first.detail : `${first.place} — ${first.detail}`;
  return new ProblemException(PROBLEMS[code].status, code, { fr: detail, en: detail });
}
