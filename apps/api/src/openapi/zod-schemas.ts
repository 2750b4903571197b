import type { SwaggerDocumentOptions } from '@nestjs/swagger';
import { z } from 'zod';

type Converter = NonNullable<SwaggerDocumentOptions['standardSchemaConverter']>;

/**
 * zod → JSON Schema 2020-12, which is OpenAPI 3.1's own dialect (@nestjs/swagger would ask for 3.0's). A schema with
 * `.meta({ id })` becomes a component, wherever it stands.
 * @throws Error when two schemas claim one id: the document would silently keep the last.
 */
export function zodSchemas(): Converter {
  const known = new Map<string, string>();
  return (schema, { schemaType }) => {
    if (!(schema instanceof z.ZodType)) return undefined;
    // Within an object the schema itself is a reference too; alone, zod would write it out at the root.
    const wrapped = z.toJSONSchema(z.object({ it: schema }), { io: schemaType, override: ({ jsonSchema }) => tidy(jsonSchema, schemaType) });
    const components: Record<string, unknown> = wrapped.$defs ?? {};
    for (const [id, component] of Object.entries(components)) {
      const text = JSON.stringify(component);
      if ((known.get(id) ?? text) !== text) throw new Error(`two schemas are called ${id}`);
      known.set(id, text);
    }
    return { schema: wrapped.properties?.['it'], components };
  };
}

/** Says less than zod does: what a client does not need, or must not rely on. */
function tidy(schema: z.core.JSONSchema.BaseSchema, schemaType: 'input' | 'output'): void {
  // Not a keyword of JSON Schema 2020-12.
  delete schema.id;
  if (schema.format !== undefined) delete schema.pattern;
  // Answers may grow: a client that refuses unknown members would break on each new one.
  if (schemaType === 'input') return;
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}
