import { PassThrough, type Readable } from 'node:stream';
import { languageOf, log, problemDocument, ProblemException } from '#runtime';
import type { FastifyRequest } from 'fastify';
import { streamUnavailable } from '../stream-unavailable.problem.js';
import type { ImportFileCommand, ImportResult } from './import-file.command.js';
import { discardRest } from './uploads.js';

/**
 * Runs an import and tells how it goes, one JSON object a line: `{"type":"refused",…}`, `{"type":"progress",…}`, at the
 * end `{"type":"done",…}` or `{"type":"failed","problem":…}`. A stream that ends without either was cut.
 */
export function progressLines(run: (watch: ImportFileCommand['watch']) => Promise<ImportResult>, request: FastifyRequest): Readable {
  const lines = new PassThrough();
  const write = (type: string, rest: object): void => {
    if (!lines.destroyed) lines.write(`${JSON.stringify({ type, ...rest })}\n`);
  };
  const fail = (problem: ProblemException): void => write('failed', { problem: problemDocument(problem, request, languageOf(request.headers['accept-language'])) });
  run({ onProgress: (progress) => write('progress', progress), onRefused: (refused) => write('refused', refused) })
    .then((result) => {
      if (result.kind === 'unavailable') fail(streamUnavailable());
      else {
        const { refused: _, refusedCount, ...counts } = result.summary;
        write('done', { ...counts, refused: refusedCount });
      }
    })
    .catch((error: unknown) => {
      log.error('an import failed', { requestId: request.id, error });
      fail(error instanceof ProblemException ? error : new ProblemException(500, 'internal', { fr: 'Une erreur inattendue s’est produite.', en: 'Something unexpected happened.' }));
    })
    .finally(() => {
      discardRest(request.raw);
      lines.end();
    });
  return lines;
}
