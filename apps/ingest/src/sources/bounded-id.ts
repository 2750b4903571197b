import { createHash } from 'node:crypto';

/** An id as it is, or, when it is longer than ids may be, one of the same identity: its SHA-256. */
export const boundedId = (id: string, max: number): string => (id.length <= max ? id : `sha256-${createHash('sha256').update(id).digest('hex')}`);
