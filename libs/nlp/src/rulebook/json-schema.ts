import { z } from 'zod';
import { RULE_SCHEMAS, rulebookSchema } from './rule-schema.js';

/** A JSON Schema, draft 7: the one that YAML editors know. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What a rulebook's files may hold, for editors: made from the very schemas that read them, so that it refuses no file that is read. The loader is
 * stricter: what stands in patterns and examples, and what keys say together, a JSON Schema cannot tell.
 * @param name file name of the first one, by which the second refers to it
 */
export function rulebookJsonSchemas(name: string): { readonly rulebook: JsonSchema; readonly chapter: JsonSchema } {
  const rule = z.union([...RULE_SCHEMAS.values()]);
  const { $schema, ...rest } = z.toJSONSchema(rulebookSchema.extend({ rules: z.array(rule).max(20_000).optional().describe('les règles') }), { io: 'input', target: 'draft-7' });
  return {
    rulebook: { $schema, title: 'rulebook.yaml', ...rest },
    chapter: {
      $schema,
      title: 'un autre fichier du référentiel',
      type: 'object',
      properties: { lists: { $ref: `${name}#/properties/lists` }, policy: { $ref: `${name}#/properties/policy` }, rules: { $ref: `${name}#/properties/rules` } },
      additionalProperties: false,
    },
  };
}
