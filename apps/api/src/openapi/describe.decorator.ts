import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, type ProblemCode } from '#runtime';
import type { z } from 'zod';
import type { TAGS } from './tags.js';

/** Marks an operation for `openApiDocument`, which adds the answers in other media types: @nestjs/swagger cannot say them beside a schema. */
export const ALSO = 'x-also';
/** The same for an operation that answers in another media type only. */
export const AS = 'x-as';

const CSV = { 'text/csv': { schema: { type: 'string', description: 'RFC 4180' } } };

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
  /** The one media type that it answers in, when that is not JSON; the schema is that of its parts. */
  readonly as?: 'text/event-stream';
  /** Other media types that it answers in, with JSON Schema and example. */
  readonly also?: Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>>;
  readonly problems: readonly ProblemCode[];
  /** Changes something: no conditional answer; `status` 200 unless told; `versioned: false` where no `If-Match` is looked at. */
  readonly changes?: true | { readonly status: 200 | 201; readonly versioned?: false };
}

const text = (description: string) => ({ description, schema: { type: 'string' as const } });

/** Everything the OpenAPI document says of an operation; filters and bodies come from `@Query({ schema })` and `@Body({ schema })`. */
export function Describe(operation: Operation): MethodDecorator {
  const { id, tag, fr, en, details, answer, example, paged = false, csv = false, also = csv ? CSV : {}, as, problems, changes } = operation;
  const status = typeof changes === 'object' ? changes.status : 200;
  const versioned = typeof changes !== 'object' || changes.versioned !== false;
  return applyDecorators(
    ApiTags(tag),
    ApiOperation({ operationId: id, summary: `${fr} · ${en}`, description: details ?? `${fr}.\n\n${en}.` }),
    ApiResponse({
      status,
      description: `${fr} · ${en}`,
      headers: {
        ...(versioned && { ETag: changes
          ? text('Nouvelle version, pour `If-Match` · New version, for `If-Match`')
          : text('Empreinte de la réponse, pour `If-None-Match` · Fingerprint of the answer') }),
        'X-Request-Id': text('Identifiant de la requête · Request id'),
        ...(paged ? { Link: text('`<…>; rel="next"` : page suivante · next page (RFC 8288)') } : {}),
      },
      standardSchema: answer,
      example,
    }),
    ...(Object.keys(also).length > 0 ? [ApiExtension(ALSO, also)] : []),
    ...(as === undefined ? [] : [ApiExtension(AS, as)]),
    ...(changes && versioned
      ? [ApiHeader({ name: 'If-Match', required: false, description: 'Version lue (`ETag`) : 412 si elle a changé · Version read (`ETag`): 412 when it has changed', schema: { type: 'string' } })]
      : []),
    ...(changes ? [] : [ApiResponse({ status: 304, description: 'Inchangé depuis `If-None-Match` · Not modified since `If-None-Match`' })]),
    ApiProblems(...problems, 'misdirected_request', 'internal', 'unavailable'),
  );
}
