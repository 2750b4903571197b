import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectZones } from '#nlp';
import { figuresOf, scoreReplies } from '../../bench/quality/score-replies.js';
import { readAll } from '../../apps/ingest/test/sources/read-one.js';
import { HTML_LAYOUTS } from './html-layouts.js';
import { laidOut, LAYOUTS } from './replies.fixture.js';
import { TRICKY } from './tricky.js';
import { writtenApart } from './written-apart.js';

const REPLIES = laidOut();
const OWN = new Set(['subject', 'greeting', 'body', 'closing']);
const textOf = ({ parts }: (typeof REPLIES)[number]): string => parts.map(({ text }) => text).join('');

describe('replies to customers', () => {
  it('are many, of many mail programs', () => {
    expect(REPLIES.length).toBeGreaterThanOrEqual(500);
    expect(new Set(LAYOUTS.map(({ client }) => client)).size).toBe(LAYOUTS.length);
    expect(LAYOUTS.length).toBeGreaterThanOrEqual(100);
  });

  it('give the agent at most 1 % of the customer’s words and lose at most 0.5 % of the agent’s, by characters and by mails', () => {
    const tally = scoreReplies(REPLIES);
    const { leak, lost } = figuresOf(tally);
    const over = (limit: number, figures: typeof leak): boolean => [figures.characters, figures.mails].some(({ rate }) => rate === null || rate > limit);
    expect(over(0.01, leak), `leaking: ${tally.leaking.join(', ')}`).toBe(false);
    expect(over(0.005, lost), `losing: ${tally.losing.join(', ')}`).toBe(false);
  });

  it('written apart leak and lose nothing any more', () => {
    const tally = scoreReplies(writtenApart());
    expect(tally).toMatchObject({ mails: 70, leaking: [], losing: [], characters: { leaked: 0, lost: 0 } });
    expect(tally.characters.history).toBeGreaterThan(3_000);
  });

  it.each(Object.entries(HTML_LAYOUTS))('as HTML, %s: own words stay own, others do not become it', async (_, html) => {
    const [item] = await readAll(`From: a@b.example\r\nTo: c@d.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`, {}, 'eml');
    const text = item?.kind === 'interaction' ? item.interaction.turns[0]!.text : '';
    const own = detectZones(text, { channel: 'email' }).filter(({ kind }) => OWN.has(kind)).map(({ start, end }) => text.slice(start, end)).join('\n');
    expect(own.match(/HIS\d/g)).toBeNull();
    expect(own.match(/OWN\d/g)).toEqual(html.match(/OWN\d/g));
  });

  it.each(Object.entries(TRICKY))('of a tricky kind: %s', (id, parts) => {
    const { losing, leaking } = scoreReplies([{ id, parts }]);
    expect({ losing, leaking }).toEqual({ losing: [], leaking: [] });
  });

  it('keep every word in some zone, however they were mangled', () => {
    const edit = fc.record({ at: fc.nat(), drop: fc.nat({ max: 40 }), add: fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom('\n', '\n\n', '> ', '\r', ':', '-- \n', 'a écrit :', '\u00a0')) });
    fc.assert(
      fc.property(fc.constantFrom(...REPLIES), fc.array(edit, { minLength: 1, maxLength: 6 }), (reply, edits) => {
        const text = edits.reduce((mangled, { at, drop, add }) => {
          const place = at % (mangled.length + 1);
          return mangled.slice(0, place) + add + mangled.slice(place + drop);
        }, textOf(reply));
        let before = 0;
        for (const { start, end } of detectZones(text, { channel: 'email' })) {
          expect(text.slice(before, start).trim()).toBe('');
          before = end;
        }
        expect(text.slice(before).trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

describe('the score', () => {
  it('bites: words on the wrong side are counted', () => {
    const tally = scoreReplies([
      { id: 'leaks', parts: [{ who: 'own', text: 'Bonjour,\n\nOui.\n\n' }, { who: 'history', text: 'Rien ne me dit d’ailleurs.' }] },
      { id: 'loses', parts: [{ who: 'own', text: '> Ceci est de moi.' }] },
      { id: 'is right', parts: [{ who: 'own', text: 'Oui.\n\n' }, { who: 'other', text: '-- \nLéa' }, { who: 'history', text: '\n> Non ?' }] },
    ]);
    expect(tally).toMatchObject({ mails: 3, leaking: ['leaks'], losing: ['loses'], characters: { leaked: 22, lost: 13, own: 29, history: 26 } });
    expect(figuresOf(tally).leak.mails).toMatchObject({ numerator: 1, denominator: 3 });
  });
});
