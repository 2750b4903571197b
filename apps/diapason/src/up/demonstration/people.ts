import type { NewAccount } from '#domain';

/** Invented, like everybody in the samples; one for each thing that people do here. */
export const PEOPLE = {
  owner: { login: 'demo.solene', name: 'Solène Aubry', roles: ['cx-owner'], teams: 'all', agentRef: null },
  marc: { login: 'demo.marc', name: 'Marc Delaunay', roles: ['supervisor'], teams: 'all', agentRef: null },
  ines: { login: 'demo.ines', name: 'Inès Carvalho', roles: ['supervisor'], teams: 'all', agentRef: null },
  coach: { login: 'demo.helene', name: 'Hélène Brun', roles: ['coach'], teams: ['t-1'], agentRef: null },
  nadia: { login: 'demo.nadia', name: 'Nadia Belkacem', roles: ['agent'], teams: [], agentRef: 'a-02' },
  julien: { login: 'demo.julien', name: 'Julien Fabre', roles: ['agent'], teams: [], agentRef: 'a-05' },
  protection: { login: 'demo.paul', name: 'Paul Mercier', roles: ['dpo'], teams: 'all', agentRef: null },
} as const satisfies Readonly<Record<string, NewAccount>>;
export type Person = keyof typeof PEOPLE;
