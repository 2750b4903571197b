import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, type ProblemCode } from '#runtime';
import type { z } from 'zod';
import type { TAGS } from './tags.js';

/** Marks an operation for `openApiDocument`, which adds the text/csv answer: @nestjs/swagger cannot say it beside a schema. */
export const CSV_TOO = 'x-csv';

export interface Operation {
  readonly id: string;
  readonly tag: keyof typeof TAGS;
  readonly fr: string;
  readonly en: string;
  /** More than the summary says, in both languages. */
  readonly details?: string;
  readonly answer: z.ZodType;
  readonly example: unknown;
  /** Pages carry a `Link` to the next one. */
  readonly paged?: boolean;
  readonly csv?: boolean;
  readonly problems: readonly ProblemCode[];
}

const text = (description: string) => ({ description, schema: { type: 'string' as const } });

/** Everything the OpenAPI document says of a GET; the filters come from the `@Query({ schema })` itself. */
export function Describe(operation: Operation): MethodDecorator {
  const { id, tag, fr, en, details, answer, example, paged = false, csv = false, problems } = operation;
  return applyDecorators(
    ApiTags(tag),
    ApiOperation({ operationId: id, summary: `${fr} · ${en}`, description: details ?? `${fr}.\n\n${en}.` }),
    ApiResponse({
      status: 200,
      description: `${fr} · ${en}`,
      headers: {
        ETag: text('Empreinte de la réponse, pour `If-None-Match` · Fingerprint of the answer'),
        'X-Request-Id': text('Identifiant de la requête · Request id'),
        ...(paged ? { Link: text('`<…>; rel="next"` : page suivante · next page (RFC 8288)') } : {}),
      },
      standardSchema: answer,
      example,
    }),
    ...(csv ? [ApiExtension(CSV_TOO, true)] : []),
    ApiResponse({ status: 304, description: 'Inchangé depuis `If-None-Match` · Not modified since `If-None-Match`' }),
    ApiProblems(...problems, 'misdirected_request', 'internal', 'unavailable'),
  );
}
