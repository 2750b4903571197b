import type { OpenAPIObject } from '@nestjs/swagger';
import { isProblemCode, PROBLEMS } from '#runtime';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** JSON Schema of a problem document (RFC 9457), as `ApiProblems` refers to it. */
export const PROBLEM_COMPONENT: Schemas[string] = {
  type: 'object',
  description: 'Un problème (RFC 9457) · A problem (RFC 9457)',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'requestId'],
  properties: {
    type: { type: 'string', description: 'Adresse de la description : /problems/{code}' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', enum: Object.keys(PROBLEMS).filter(isProblemCode), description: 'Stable' },
    detail: { type: 'string', description: 'Français, ou anglais par Accept-Language · French, or English by Accept-Language' },
    instance: { type: 'string', description: 'Chemin de la requête · Path of the request' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON Pointer (RFC 6901 §6) : `#/limit`' },
          detail: { type: 'string' },
        },
      },
    },
  },
};
