import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkFiles, type CheckFilesOptions } from '../src/check/check-files.js';
import { exitCodeOf, summarise } from '../src/check/check-report.js';
import { checkText } from '../src/check/check-text.js';
import { paintFor } from '../src/check/paint.js';
import { metadataTold, toldSpeaker } from '../src/check/told-speakers.js';
import { openRulebook } from '../src/rulebook/open-rulebook.js';
import { ROOT } from './run-diapason.js';

const CLEAN =
  'Bonjour Madame Petit, je vous remercie de votre message. Votre lampe partira demain matin de notre atelier, et vous la recevrez jeudi. Je reste votre interlocutrice : avez-vous une autre question ? Je vous souhaite une très bonne journée. Léa Martin';
const ENGLISH = 'Hello Mrs Smith, your parcel has been delivered to the neighbours this morning, and I will call you tomorrow about the invoice.';

const mail = (from: string, to: string, subject: string): string =>
  `From: ${from}\nTo: ${to}\nSubject: ${subject}\nDate: Wed, 2 Sep 2026 08:20:46 +0200\nMessage-ID: <${subject.length}.${from}>\n\n${CLEAN}\n`;
const chat = (...agent: readonly string[]): string =>
  JSON.stringify({
    source: 'essai', externalId: agent.join(' ').slice(0, 40), revision: 1, channel: 'chat', startedAt: '2026-09-02T10:00:00+02:00',
    participants: [{ id: 'a', role: 'agent', ref: 'agent-1' }, { id: 'c', role: 'customer' }],
    turns: [{ id: '0', participantId: 'c', text: 'Merci', offsetMs: 0 }, ...agent.map((text, i) => ({ id: String(i + 1), participantId: 'a', text, offsetMs: 5000 * (i + 1) }))],
  });
const FILES: Readonly<Record<string, string>> = {
  'clean.json': chat(CLEAN),
  'violation.json': chat(CLEAN, 'Malheureusement, non.'),
  'english.json': chat(ENGLISH),
  'note.json': chat(CLEAN).replace('"offsetMs":5000', '"offsetMs":5000,"private":true'),
  'customer.eml': mail('ana.petit@example.org', 'service.client@maison-exemple.fr', 'Ma lampe'),
  'reply.eml': mail('service.client@maison-exemple.fr', 'ana.petit@example.org', 'Re: Ma lampe'),
  'subject.eml': mail('service.client@maison-exemple.fr', 'ana.petit@example.org', 'Votre lampe'),
  'stranger.eml': mail('lea@boutique.example', 'ana.petit@example.org', 'Re: Ma lampe'),
  'call.vtt': 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Dupont>Bonjour, mon colis arrive.\n',
  'directory.json': JSON.stringify({ customers: [{ ref: 'c-1', addresses: ['ana.petit@example.org'] }] }),
  'noise.xyz': 'rien de lisible',
};

const rulebook = openRulebook(path.join(ROOT, 'rulebooks/exemple'));
const plain = paintFor(process.stdout, { NO_COLOR: '1' });
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'diapason-judgement-'));
  for (const [name, content] of Object.entries(FILES)) await writeFile(path.join(folder, name), content);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function checked(names: readonly string[], options: Partial<CheckFilesOptions> = {}) {
  const report = await checkFiles(names.map((name) => path.join(folder, name)), rulebook, { agentDomain: [], minSeverity: 'info', ...options });
  const judgements = report.files.flatMap(({ interactions }) => interactions.map(({ judgement }) => judgement));
  return { code: exitCodeOf(summarise(report)), judgements, text: checkText(report, plain) };
}

it.each([
  // Clean: everything was read and judged.
  [0, ['clean.json'], ['judged'], '0 écart'],
  [0, ['reply.eml'], ['judged'], '0 écart'],
  // Nothing to judge is told, and is not clean; beside what was judged it is no fault.
  [2, ['customer.eml'], ['no-agent'], 'rien à juger  aucun agent ne s’exprime'],
  [2, ['note.json'], ['no-agent'], '1 sans agent'],
  [0, ['clean.json', 'customer.eml'], ['judged', 'no-agent'], '1 sans agent'],
  [2, [], [], 'rien à vérifier'],
  // Rules that could not run.
  [2, ['english.json'], ['not-judged'], 'échange en « en »'],
  [2, ['subject.eml'], ['partly-judged'], "l'objet du courriel n'est dans le texte d'aucun tour courriel.objet-pressant"],
  [2, ['clean.json', 'english.json'], ['judged', 'not-judged'], '1 non ou incomplètement vérifiée'],
  // What could not be read.
  [2, ['clean.json', 'noise.xyz'], ['judged'], '1 refus'],
  // Violations come first.
  [1, ['violation.json', 'english.json', 'noise.xyz'], ['judged', 'not-judged'], '1 non ou incomplètement vérifiée'],
])('code %i for %j: %j', async (code, names, judgements, text) => {
  const got = await checked(names);
  expect([got.code, got.judgements]).toEqual([code, judgements]);
  expect(got.text).toContain(text);
});

it('need not check a rule that was not asked for', async () => {
  expect((await checked(['subject.eml'], { minSeverity: 'critical' })).code).toBe(0);
});

it('advises what fits: the domain of a mail, the voice of a call', async () => {
  const stranger = await checked(['stranger.eml']);
  expect([stranger.code, stranger.text]).toEqual([2, expect.stringContaining('--agent-domain boutique.example')]);
  expect((await checked(['stranger.eml'], { agentDomain: ['boutique.example'] })).judgements).toEqual(['judged']);
  const call = await checked(['call.vtt']);
  expect(call.text).toContain(`« Dupont » est l’agent : non vérifié. Dites-le par --speaker "Dupont=agent", ou par ${path.join(folder, 'call.vtt')}.meta.json à côté.`);
  const told = await metadataTold(undefined, toldSpeaker('dupont = agent', []));
  expect((await checked(['call.vtt'], { metadata: told })).text).toContain('agent Dupont');
});

it('advises, for a call of two, what makes it judged whole', async () => {
  await writeFile(path.join(folder, 'two.vtt'), `${FILES['call.vtt']}\n00:00:05.000 --> 00:00:09.000\n<v Petit>Bien, merci.\n`);
  expect((await checked(['two.vtt'])).text).toContain('--speaker "Dupont=agent" --speaker "Petit=client" (ou l’inverse), ou par ');
  const told = await metadataTold(undefined, toldSpeaker('Petit=client', toldSpeaker('Dupont=agent', [])));
  expect((await checked(['two.vtt'], { metadata: told })).judgements).toEqual(['judged']);
});

it('takes the command line’s word before the sidecar’s', async () => {
  const sidecar = path.join(folder, 'call.vtt.meta.json');
  await writeFile(sidecar, JSON.stringify({ speakers: { Dupont: { role: 'agent' } } }));
  expect((await checked(['call.vtt'])).text).toContain('agent Dupont');
  const told = await metadataTold(sidecar, toldSpeaker('Dupont=client', []));
  expect((await checked(['call.vtt'], { metadata: told })).judgements).toEqual(['no-agent']);
  await rm(sidecar);
});
