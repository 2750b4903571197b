import { UNIT_CLASS, UnitClass } from './unit-class.js';

const ZERO_WIDTH_JOINER = 0x200d;
const isRegional = (point: number): boolean => point >= 0x1f1e6 && point <= 0x1f1ff;
const isSkinTone = (point: number): boolean => point >= 0x1f3fb && point <= 0x1f3ff;
const widthOf = (point: number): number => (point > 0xffff ? 2 : 1);

/** The end of the emoji at `i` with its variation selector, skin tone, joined emoji or second flag letter. */
export function endOfEmoji(text: string, i: number): number {
  const first = text.codePointAt(i)!;
  let end = i + widthOf(first);
  if (isRegional(first)) return end < text.length && isRegional(text.codePointAt(end)!) ? end + 2 : end;
  while (end < text.length) {
    const point = text.codePointAt(end)!;
    if (isSkinTone(point)) end += 2;
    else if (UNIT_CLASS[text.charCodeAt(end)] === UnitClass.Join) {
      end++;
      if (point === ZERO_WIDTH_JOINER && isPictograph(text, end)) end += widthOf(text.codePointAt(end)!);
    } else break;
  }
  return end;
}

function isPictograph(text: string, i: number): boolean {
  const cls = i < text.length ? UNIT_CLASS[text.charCodeAt(i)] : UnitClass.Space;
  return cls === UnitClass.HighSurrogate || cls === UnitClass.Emoji;
}

const EYES = ':;=';
const EMOTICON = /^(?:[:;=]['’]?-?[()[\]DPpOo/\\|*$]{1,3}|<3+|\^\^)(?=\s|[.,!?]|$)/;

/** The end of the emoticon (« :-) », « ;) », « <3 », « ^^ ») at `i` when it stands between spaces, else 0. */
export function endOfEmoticon(text: string, i: number): number {
  const char = text.charAt(i);
  if (!EYES.includes(char) && char !== '<' && char !== '^') return 0;
  if (i > 0 && UNIT_CLASS[text.charCodeAt(i - 1)] !== UnitClass.Space) return 0;
  const found = EMOTICON.exec(text.slice(i, i + 8));
  return found ? i + found[0].length : 0;
}
