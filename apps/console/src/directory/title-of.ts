import type { Person } from '../api/types.js';

/** What a person is called: the name, else the ref. */
export const titleOf = ({ name, ref }: Pick<Person, 'name' | 'ref'>): string => name ?? ref;
