import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { type ProblemCode, PROBLEMS, problemType } from './problem-catalogue.js';

/** Where the OpenAPI document keeps the shape of every problem. */
export const PROBLEM_SCHEMA = '#/components/schemas/Problem';

/** Documents which problems an operation may answer with: one response per status, one example per code. */
export function ApiProblems(...named: readonly ProblemCode[]): MethodDecorator & ClassDecorator {
  // A body that fits its schema may still ask for what cannot be.
  const codes = named.includes('invalid_body') && !named.includes('unprocessable') ? [...named, 'unprocessable' as const] : named;
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))];
  return applyDecorators(
    ...statuses.map((status) => {
      const ofStatus = codes.filter((code) => PROBLEMS[code].status === status);
      return ApiResponse({
        status,
        description: ofStatus.map((code) => `${PROBLEMS[code].title.fr} · ${PROBLEMS[code].title.en}`).join(' / '),
        content: {
          'application/problem+json': {
            schema: { $ref: PROBLEM_SCHEMA },
            examples: Object.fromEntries(ofStatus.map((code) => [code, { value: exampleOf(code) }])),
          },
        },
      });
    }),
  );
}

const exampleOf = (code: ProblemCode) => ({
  type: problemType(code),
  title: PROBLEMS[code].title.fr,
  status: PROBLEMS[code].status,
  code,
  detail: PROBLEMS[code].remedy.fr,
  instance: '/v1/…',
  requestId: '0d9b1f5c-6a5e-4b0f-9f55-3a1d4b6c7e80',
});
