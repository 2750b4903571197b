import { type Interaction, interactionIdOf } from '#domain';
import { extractStatements } from '#nlp';
import { array, assert, constantFrom, date, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../read/hostile-texts.js';
import { readTurns } from './labelled-set.js';
import { pledgesOf, statementsOf } from './statements-of.js';

const base: Interaction = {
  source: 'test', externalId: '1', revision: 2, channel: 'phone', startedAt: '2026-03-03T10:00:00+01:00', caseRef: 'case-7',
  participants: [{ id: 'a', role: 'agent', ref: 'agent-1' }, { id: 'c', role: 'customer' }, { id: 'b', role: 'bot' }],
  turns: [{ id: '1', participantId: 'a', text: 'je vous rappelle demain' }],
};
const interactionId = interactionIdOf('test', 'test', '1');
const extract = (interaction: Partial<Interaction>, timeZone?: string) => extractStatements({ ...base, ...interaction }, { interactionId, ...(timeZone === undefined ? {} : { timeZone }) });
const pledges = (interaction: Partial<Interaction>, timeZone?: string) => extract(interaction, timeZone).filter((statement) => statement.kind === 'pledge');

const by = (timeZone?: string) => pledges({}, timeZone)[0]!.deadline!.by;

describe('a pledge', () => {
  it('has all that it was said with', () => {
    const text = 'Bonjour,\n\nDès réception de votre RIB, nous vous rembourserons 64,90 € sous 48 h ouvrées.';
    expect(pledges({ channel: 'email', turns: [{ id: '9', participantId: 'a', text }] })).toEqual([
      {
        kind: 'pledge', id: expect.stringMatching(/^[0-9a-f-]{36}$/), interactionId, revision: 2, channel: 'email', at: '2026-03-03T09:00:00.000Z', agentRef: 'agent-1', caseRef: 'case-7',
        evidence: { turn: 0, start: 38, end: 87, quote: 'nous vous rembourserons 64,90 € sous 48 h ouvrées', sense: 'said' }, confidence: 1,
        act: 'refund', actor: 'company', object: null, topics: [], amount: { value: 64.9, currency: 'EUR' }, quantity: null,
        deadline: { words: { start: 70, end: 87, quote: 'sous 48 h ouvrées' }, from: null, by: null },
        condition: { start: 10, end: 36, quote: 'Dès réception de votre RIB' }, firmness: 'conditional', because: null,
        gist: { things: [], deeds: ['rembourser'], tells: ['€:64.9'], conditional: true },
      },
    ]);
  });

  it('falls due in the time zone of the interaction', () => {
    expect(by()).toEqual({ local: '2026-03-04', instant: '2026-03-04T23:00:00.000Z' });
    expect(by('Pacific/Noumea')).toEqual({ local: '2026-03-04', instant: '2026-03-04T13:00:00.000Z' });
    expect(by('America/Martinique')).toEqual({ local: '2026-03-04', instant: '2026-03-05T04:00:00.000Z' });
  });

  it('is counted from the turn, not from the start of the interaction', () => {
    const late = pledges({ turns: [{ id: '1', participantId: 'a', text: 'je vous rappelle demain', offsetMs: 20 * 3_600_000 }] })[0]!;
    expect([late.at, late.deadline!.by!.local]).toEqual(['2026-03-04T05:00:00.000Z', '2026-03-05']);
  });

  it('is as sure as the least sure of its words', () => {
    const words = [{ start: 0, end: 2, confidence: 0.9 }, { start: 8, end: 16, confidence: 0.4 }, { start: 17, end: 23, confidence: 0.8 }];
    expect(pledges({ turns: [{ id: '1', participantId: 'a', text: 'je vous rappelle demain merci', words }] })[0]!.confidence).toBe(0.4);
  });
});

describe('who is heard', () => {
  it.each([
    ['the customer', { participantId: 'c' }], ['a bot', { participantId: 'b' }], ['nobody known', { participantId: 'x' }], ['an internal note', { participantId: 'a', private: true }],
  ])('not %s', (_, said) => {
    expect(extract({ turns: [{ id: '1', text: 'je vous rappelle demain', ...said }] })).toEqual([]);
  });

  it('not the quoted history nor the signature of a mail', () => {
    const text = 'Bonjour,\n\nJe vous envoie la facture demain.\n\nCordialement,\nPaul Martin\nService client\n\nLe mar. 3 mars 2026 à 09:12, Léa <lea@exemple.fr> a écrit :\n> Nous vous rembourserons vendredi.\n';
    expect(pledges({ channel: 'email', turns: [{ id: '1', participantId: 'a', text }] }).map(({ evidence }) => evidence.quote)).toEqual(['Je vous envoie la facture demain']);
  });
});

describe('other statements', () => {
  it.each([
    ['Nous ne pouvons pas rembourser les frais de port.', 'refusal', 'refund'],
    ["on n'envoie pas de technicien pour cette panne", 'refusal', 'send-technician'],
    ['Le virement a été fait hier.', 'fulfilment', 'refund'],
    ['le technicien est passé samedi', 'fulfilment', 'send-technician'],
    ['compte débloqué ✅', 'fulfilment', 'other'],
    ['je vous rappelle comme promis', 'fulfilment', 'call-back', 'phone'],
  ] as const)('%s: a %s to %s', (text, kind, act, channel: 'phone' | 'chat' = 'chat') => {
    expect(statementsOf(text, { channel }).filter((statement) => statement.kind !== 'address' && statement.kind !== 'claim').map((statement) => [statement.kind, 'act' in statement && statement.act])).toEqual([[kind, act]]);
  });

  it.each(["le colis n'étant toujours pas arrivé", 'le virement n\'a pas été fait', 'colis pas encore livré', 'le technicien devait passer samedi'])('%s: nothing is done', (text) => {
    expect(statementsOf(text).filter(({ kind }) => kind === 'fulfilment')).toEqual([]);
  });

  it.each([
    ['la livraison est gratuite', 'cost', 'free'], ['la livraison vous sera facturée 12 €', 'cost', 'charged'], ["l'option n'est pas comprise dans votre forfait", 'cost', 'charged'],
    ['pas besoin de justificatif', 'need', 'not-needed'], ['un justificatif de domicile est indispensable', 'need', 'needed'], ["votre four n'est plus sous garantie", 'warranty', 'not-covered'], ['la garantie de votre four court jusqu\'en mai', 'warranty', 'covered'],
    ['la salle est ouverte à tous', 'access', 'open'], ["c'est réservé aux adhérents", 'access', 'closed'], ['votre abonnement est sans engagement', 'commitment', 'none'], ['vous êtes engagé douze mois', 'commitment', 'bound:12'],
    ['le remboursement se fera sur votre carte bancaire', 'means', 'card'], ["le billet n'est pas échangeable", 'possible', 'no'], ['il vous appartient de déposer le meuble', 'who', 'customer'],
  ])('%s answers %s with %s', (text, question, answer) => {
    expect(statementsOf(text).flatMap((statement) => (statement.kind === 'claim' ? [[statement.question, statement.answer]] : []))).toEqual([[question, answer]]);
  });

  it.each([['tu reçois ton colis demain', ['tu']], ['Nous vous remercions de votre fidélité.', ['vous']], ['bonne journée', []], ['vous êtes inscrit, je te confirme ça', ['vous', 'tu']]])('%s addresses as %j', (text, registers) => {
    expect(statementsOf(text).flatMap((statement) => (statement.kind === 'address' ? [statement.register] : []))).toEqual(registers);
  });

  it.each([
    ['à votre demande le technicien viendra samedi', 'customer-asked'], ['Votre RIB nous est bien parvenu. Le virement sera fait demain.', 'condition-met'], ['en plus du remboursement je vous ajoute un bon de 10 €', 'added'], ['je vous rappelle demain', null],
  ])('%s: because %s', (text, because) => {
    expect(pledgesOf(text).map((pledge) => pledge.because)).toEqual([because]);
  });
});

it('in a chat « Je » opens a sentence and stands for nothing else', () => {
  expect(statementsOf('Merci. Je vous rembourse 20 €.', { channel: 'chat' }).flatMap((one) => (one.kind === 'pledge' ? [one.evidence.quote] : []))).toEqual(['Je vous rembourse 20 €']);
});

describe('whatever is said', () => {
  const piece = constantFrom(...readTurns('a').slice(0, 60).flatMap(({ text }) => text.split(/(?<=\s)/)), '12/04', 'sous', 'si', 'que', '« ', ' »', '?', '\n', ' 48', ' h', '€');
  const text = array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  const channel = constantFrom('email', 'chat', 'phone');

  it('statements quote the turn, in order, with ids of their own, and none falls due before it is said', () => {
    assert(property(text, channel, date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), (said, on, at) => {
      const statements = statementsOf(said, { channel: on, at: at.toISOString() });
      expect(statements.map(({ evidence }) => evidence.quote)).toEqual(statements.map(({ evidence }) => said.slice(evidence.start, evidence.end)));
      expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
      expect(statements.map(({ evidence }) => evidence.start)).toEqual(statements.map(({ evidence }) => evidence.start).toSorted((a, b) => a - b));
      const due = statements.flatMap((statement) => (statement.kind === 'pledge' && statement.deadline?.by ? [Date.parse(statement.deadline.by.instant)] : []));
      // To the minute: « à 10 h » said at 10:00:30.
      expect(due.filter((instant) => instant < Math.floor(at.getTime() / 60_000) * 60_000)).toEqual([]);
    }));
  });

  it('any string is read, and twice the same', () => {
    assert(property(string({ unit: 'binary', maxLength: 300 }), channel, (said, on) => {
      expect(statementsOf(said, { channel: on })).toEqual(statementsOf(said, { channel: on }));
    }));
  });

  it.each(hostileTexts())('hostile text is read: %s', (_, said) => {
    expect(Array.isArray(statementsOf(said, { channel: 'email' }))).toBe(true);
  });
});
