import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanTokens, tokenise } from '../../src/read/index.js';
import { hostileTexts } from './hostile-texts.js';

const split = (text: string): string => tokenise(text).map(({ start, end }) => text.slice(start, end)).join('|');

/** What is neither white space nor a control character. */
const printed = (text: string): string => text.replace(/[\s\p{Cc}]/gu, '');

describe('tokenise', () => {
  it.each([
    ["L'agent n'a qu'à l’appeler.", "L'|agent|n'|a|qu'|à|l’|appeler|."],
    ["C'est-à-dire qu'aujourd'hui quelqu'un vient, si l'on veut.", "C'est-à-dire|qu'|aujourd'hui|quelqu'un|vient|,|si|l'on|veut|."],
    ["jusqu'à lorsqu'il puisqu'elle", "jusqu'|à|lorsqu'|il|puisqu'|elle"],
    ['Dis-le-moi, a-t-il dit, est-ce toi ?', 'Dis|-le|-moi|,|a|-t-il|dit|,|est|-ce|toi|?'],
    ["va-t'en parlez-m'en allez-y", "va|-t'|en|parlez|-m'|en|allez|-y"],
    ['rendez-vous porte-monnaie celui-ci à ce moment-là', 'rendez-vous|porte-monnaie|celui-ci|à|ce|moment|-là'],
    ['10 000 € et 3,5 % le 12/05/2026', '10 000|€|et|3,5|%|le|12/05/2026'],
    ['48h, 14h30, 20km, 1er, 3e, 4G', '48|h|,|14|h|30|,|20|km|,|1er|,|3e|,|4G'],
    ['il fait -3 ; de 10-20', 'il|fait|-3|;|de|10-20'],
    ['M. Durand, J.-C. Petit, etc.', 'M.|Durand|,|J.-C.|Petit|,|etc.'],
    ['Bon... non !!! ?! -- fin', 'Bon|...|non|!!!|?!|--|fin'],
    ['jean.dupont+x@exemple.fr. Voir https://exemple.fr/a?b=1, www.exemple.fr/x ou exemple.fr.', 'jean.dupont+x@exemple.fr|.|Voir|https://exemple.fr/a?b=1|,|www.exemple.fr/x|ou|exemple.fr|.'],
    ['merci.de rien', 'merci|.|de|rien'],
    ['ok 👍🏽 👨‍👩‍👧 🇫🇷 :-) <3', 'ok|👍🏽|👨‍👩‍👧|🇫🇷|:-)|<3'],
    ["j'peux y'a t'inquiète", "j'|peux|y'|a|t'|inquiète"],
    ['ar~ un n° 12', 'ar~|un|n°|12'],
    ['a\ud800b \udc00', 'a|\ud800|b|\udc00'],
    ['', ''],
  ])('%s', (text, tokens) => expect(split(text)).toBe(tokens));

  it('keeps its promises on any string: spans in order, inside, no word lost, same result twice', () => {
    const unit = fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom("'", '-', '.', ' ', 'a', 'É', '1', '@', '://', 'www.', 'l', 't', 'il', '\ud83d', '👍', '\u0301', '\u200d'));
    fc.assert(fc.property(fc.array(unit, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const tokens = tokenise(text);
      let before = 0;
      for (const { start, end } of tokens) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(printed(text.slice(before, start))).toBe('');
        before = end;
      }
      expect(printed(text.slice(before))).toBe('');
      expect(tokenise(text)).toEqual(tokens);
    }), { numRuns: 500 });
  });

  it.each(hostileTexts())('reads a hostile text to its end: %s', (_, text) => {
    const spans = scanTokens(text);
    expect(spans.count).toBeGreaterThan(0);
    expect(spans.bounds[2 * spans.count - 1]).toBe(text.trimEnd().length);
  });
});
