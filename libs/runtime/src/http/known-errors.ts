import { HttpException } from '@nestjs/common';
import type { Words } from './language.js';
import { ProblemException } from './problem.js';
import { PROBLEMS, type ProblemCode } from './problem-catalogue.js';

/** Fastify's errors that have a meaning of their own: code → problem and what to say. */
const FASTIFY: Readonly<Record<string, { readonly code: ProblemCode; readonly detail: Words }>> = {
  FST_ERR_BAD_URL: {
    code: 'invalid_path',
    detail: { fr: 'L’adresse n’est pas correctement encodée.', en: 'The address is not correctly encoded.' },
  },
  FST_ERR_MAX_PARAM_LENGTH: {
    code: 'uri_too_long',
    detail: { fr: 'Une partie de l’adresse est trop longue.', en: 'A part of the address is too long.' },
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'invalid_header',
    detail: { fr: '« Content-Length » ne dit pas la taille du corps.', en: '"Content-Length" is not the size of the body.' },
  },
};

const BY_STATUS = new Map<number, ProblemCode>([
  [400, 'bad_request'],
  [401, 'unauthorised'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [405, 'method_not_allowed'],
  [406, 'not_acceptable'],
  [408, 'request_timeout'],
  [409, 'id_conflict'],
  [412, 'precondition_failed'],
  [413, 'payload_too_large'],
  [414, 'uri_too_long'],
  [415, 'unsupported_media_type'],
  [421, 'misdirected_request'],
  [422, 'invalid_interaction'],
  [429, 'too_many_requests'],
  [431, 'header_fields_too_large'],
  [503, 'unavailable'],
]);

/**
 * Any thrown value as a problem. What an unexpected error says stays in the log: the client gets `internal`.
 */
export function asProblem(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  const fastify = FASTIFY[property(error, 'code') ?? ''];
  if (fastify !== undefined) return new ProblemException(PROBLEMS[fastify.code].status, fastify.code, fastify.detail);
  if (isSomethingAway(error)) return away();
  const status = error instanceof HttpException ? error.getStatus() : Number(property(error, 'statusCode'));
  const code = BY_STATUS.get(status);
  if (code === undefined) return internal();
  return new ProblemException(status, code, PROBLEMS[code].remedy);
}

/** Sockets' errors, and PostgreSQL's classes 08 (connection), 53300 (too many), 57P0x (shutting down, starting). */
const AWAY = /^(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|08\d{3}|53300|57P0\d)$/;

/** What we work with does not answer: nobody's mistake, and it may come back. */
export const isSomethingAway = (error: unknown): boolean => AWAY.test(property(error, 'code') ?? '');

const away = () =>
  new ProblemException(
    503,
    'unavailable',
    { fr: 'La base de données ou le flux ne répond pas.', en: 'The database or the stream does not answer.' },
    undefined,
    { 'Retry-After': '5' },
  );

const internal = () =>
  new ProblemException(500, 'internal', {
    fr: 'Une erreur inattendue s’est produite ; elle est au journal sous « requestId ».',
    en: 'Something unexpected happened; it is in the log under "requestId".',
  });

function property(error: unknown, name: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
