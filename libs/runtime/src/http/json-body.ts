import { jsonErrorAt, lineAndColumnOf } from '#domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from './problem.js';

/** Only JSON is read by default: modules add the types they take. Syntax errors are told with line and column. */
export function readJsonBodies(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeContentTypeParser(['application/json', 'text/plain']);
  for (const type of ['application/json', /^application\/[\w.-]+\+json(?:;|$)/]) {
    instance.addContentTypeParser(type, { parseAs: 'string' }, (request: FastifyRequest, body: string, done: BodyDone) => {
      void parse(request, body, (error, value) => {
        if (error) done(syntaxProblem(body));
        else done(null, value);
      });
    });
  }
}

type BodyDone = (error: Error | null, body?: unknown) => void;

function syntaxProblem(body: string): ProblemException {
  if (body.trim() === '') {
    return new ProblemException(400, 'invalid_json', { fr: 'Le corps de la requête est vide.', en: 'The request body is empty.' });
  }
  try {
    JSON.parse(body);
    return new ProblemException(400, 'invalid_json', {
      fr: 'Le corps contient une clé « __proto__ » ou « constructor.prototype », refusée.',
      en: 'The body has a "__proto__" or "constructor.prototype" key, which is refused.',
    });
  } catch {
    const { line, column } = lineAndColumnOf(body, jsonErrorAt(body) ?? body.length);
    return new ProblemException(400, 'invalid_json', {
      fr: `JSON illisible à la ligne ${line}, colonne ${column}.`,
      en: `Unreadable JSON at line ${line}, column ${column}.`,
    });
  }
}
