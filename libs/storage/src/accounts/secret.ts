import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses: they need no slow hash (that is for passwords). */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
