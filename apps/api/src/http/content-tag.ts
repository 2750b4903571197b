import { createHash } from 'node:crypto';

/** The version of something as a strong entity tag: whatever is shown of it. */
export const contentTag = (shown: unknown): string => `"${createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 27)}"`;
