import type { AccessKey, Account } from '#domain';
import type { AccessView, AccountLinkView, Me } from './account.schema.js';

export const exampleAccount: Account = {
  id: '5b0f2a0e-6c1d-4f2b-9a3e-7d8c9b0a1f2e',
  login: 'camille.roux@maison.example',
  name: 'Camille Roux',
  roles: ['supervisor'],
  teams: ['t-1'],
  agentRef: null,
  state: 'active',
  createdAt: '2026-09-14T09:12:00.000Z',
  lastSignIn: '2026-09-15',
  version: 3,
};

export const exampleLink: AccountLinkView = { path: '/bienvenue#jeton=…', purpose: 'invitation', expiresAt: '2026-09-17T09:12:00.000Z' };

export const exampleKey: AccessKey = {
  id: 'c1f0a2b3-4d5e-4f60-8a7b-9c0d1e2f3a4b',
  name: 'Passerelle de la téléphonie',
  hint: 'dia_x7Qm',
  roles: [],
  scopes: ['ingest:write'],
  teams: 'all',
  createdAt: '2026-09-14T09:12:00.000Z',
  createdBy: '5b0f2a0e-6c1d-4f2b-9a3e-7d8c9b0a1f2e',
  expiresAt: '2027-09-14T09:12:00.000Z',
  lastUsed: null,
  revokedAt: null,
};

export const exampleMe: Me = { kind: 'account', id: exampleAccount.id, name: 'Camille Roux', roles: ['supervisor'], scopes: [], teams: ['t-1'], agentRef: null };

export const exampleAccess: AccessView = { open: false, hasAccounts: true, providers: [] };
