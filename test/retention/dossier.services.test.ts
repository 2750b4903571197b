import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { STRICT_SETTINGS } from '#domain';
import { AccountRepository, BiAccess, WebhookRepository } from '#storage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestStorage, rule, rulebook, type TestStorage } from '../../libs/storage/test/storage-fixture.js';
import { analysed, ORGANISATION, RULEBOOK } from '../contracts/analysis-store.fixture.js';
import { runDiapason } from '../../apps/diapason/test/run-diapason.js';

let storage: TestStorage;
const LOGIN = `dossier_${process.pid}`;
beforeAll(async () => {
  storage = await openTestStorage(STRICT_SETTINGS);
  await storage.keep([analysed({ externalId: 'un', channel: 'phone' }), analysed({ externalId: 'deux', channel: 'email' })]);
  await storage.directoryEdits.put({ teams: [{ ref: 'nord' }] }, { organisationId: ORGANISATION, by: 'essai' });
  const accounts = new AccountRepository(storage.dataSource);
  for (const [login, role] of [['camille', 'supervisor'], ['dominique', 'supervisor'], ['alix', 'dpo']] as const) {
    const made = await accounts.create({ organisationId: ORGANISATION, by: 'essai' }, { login, name: login, roles: [role], teams: role === 'dpo' ? 'all' : ['nord'], agentRef: null });
    if (made.kind !== 'done') throw new Error(made.kind);
  }
  await storage.rulebooks.publishRulebook(ORGANISATION, rulebook([rule('refus')]));
  await storage.rulebooks.publishRulebook(ORGANISATION, rulebook([rule('refus'), rule('accueil', { polarity: 'merit', why: 'On se sent | attendu' })], { ...RULEBOOK, version: '1.1.0', hash: 'b'.repeat(64) }));
  await storage.owner.query(`UPDATE rulebook_version SET published_at = CASE hash WHEN $1 THEN timestamptz '2026-01-05' ELSE timestamptz '2026-04-07' END`, [RULEBOOK.hash]);
  await storage.organisations.changeSettings(ORGANISATION, { ...STRICT_SETTINGS, groupMinAgents: 3 }, 'Petite maison, accord du CSE');
  await storage.organisations.changeRetention(ORGANISATION, { phone: 90 }, 'Demande du CSE');
  await new WebhookRepository(storage.dataSource).create({ organisationId: ORGANISATION, by: 'essai' }, { name: 'Suivi', url: 'https://suivi.exemple.test/secret-XYZ', types: ['finding.reviewed'] }, undefined);
  await new BiAccess(storage.url).grant(ORGANISATION, LOGIN, 'essai');
});
afterAll(async () => {
  await new BiAccess(storage.url).revoke(LOGIN, 'essai');
  await storage.close();
});

const print = (...more: string[]) => runDiapason(['dossier', ...more], '', { DATABASE_URL: storage.url });

it('prints from the live configuration what is asked of a house, in French', async () => {
  const { code, stdout } = await print();
  expect(code).toBe(0);
  for (const told of [
    'Ce n’est pas un conseil juridique',
    '« Une promesse »',
    '| refus | écart | Pourquoi refus | email, chat, phone | 2026-01-05 |',
    String.raw`| accueil | point fort | On se sent \| attendu | email, chat, phone | 2026-04-07 |`,
    '| mots des appels | 90 | 180 |',
    '| mots des mails et des chats | 365 | 365 |',
    '`supervisor` : 2 (toutes équipes : 0)',
    '`dpo` : 1 (toutes équipes : 1)',
    'suivi.exemple.test : finding.reviewed',
    `\`${LOGIN}\``,
    'Plus petit groupe montré : 3 conseillers et 20 échanges — **assoupli**',
    'constats confirmés par une relecture seulement\n',
    'groupMinAgents: 5 → 3 | Petite maison, accord du CSE |',
    'retention.phone: 180 → 90 | Demande du CSE |',
    '| réglages stricts | test |',
    '| téléphone | 1 | 0 | 2026-03-10 | 2026-03-10 |',
  ]) {
    expect(stdout).toContain(told);
  }
  // Nobody's name, and no address that may hold a secret.
  for (const secret of ['camille', 'dominique', 'alix', 'secret-XYZ', 'Client imaginé', 'a-1']) expect(stdout).not.toContain(secret);
});

it('and in English, into a file', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'dossier-')), 'dossier.md');
  const { code, stdout } = await print('--lang', 'en', '--output', file);
  expect([code, stdout]).toEqual([0, `Dossier écrit : ${file}\n`]);
  const text = await readFile(file, 'utf8');
  expect(text).toContain('It is not legal advice');
  expect(text).toContain('| words of calls | 90 | 180 |');
  expect(text).toContain('Smallest group shown: 3 agents and 20 interactions — **relaxed**');
});
