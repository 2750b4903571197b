import { frenchError } from '#messaging/messages';
import { z } from 'zod';

/**
 * A schema of two forms that a member tells apart: what is wrong is told for the form that the value has, field by field
 * (a union would only say that neither fits).
 */
export const twoForms = <T>(member: string, withIt: z.ZodType<T>, without: z.ZodType<T>): z.ZodType<T> =>
  z.unknown().transform((value, context): T => {
    const schema = value !== null && typeof value === 'object' && Object.hasOwn(value, member) ? withIt : without;
    const read = schema.safeParse(value, { error: frenchError });
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });
