/** Words of a turn; offsets are UTF-16 code units of the turn's original text. */
export interface ChosenWords {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the console writes between a turn's words: not said by anybody. */
const OURS = '.mark-number, .zone-name, .due, .unseen';

/** The words selected on the page, if they are of one turn; blanks around them left out. */
export function selectedWords(selection: Selection | null): ChosenWords | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const words = wordsAround(range.startContainer);
  if (words === null || wordsAround(range.endContainer) !== words) return null;
  const turn = Number(words.closest('[data-turn]')?.getAttribute('data-turn'));
  const [from, to] = [offsetIn(words, range.startContainer, range.startOffset), offsetIn(words, range.endContainer, range.endOffset)];
  const whole = textOf(words);
  const text = whole.slice(from, to);
  const start = from + (text.length - text.trimStart().length);
  const chosen = text.trim();
  return chosen === '' || !Number.isInteger(turn) ? null : { turn, start, end: start + chosen.length, text: chosen };
}

/** Every place where words stand in the turns. */
export function placesOf(text: string, turns: readonly { readonly position: number; readonly text: string }[]): ChosenWords[] {
  const wanted = text.trim();
  if (wanted === '') return [];
  return turns.flatMap(({ position, text: said }) => {
    const places: ChosenWords[] = [];
    for (let at = said.indexOf(wanted); at !== -1; at = said.indexOf(wanted, at + 1)) places.push({ turn: position, start: at, end: at + wanted.length, text: wanted });
    return places;
  });
}

const wordsAround = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)?.closest('.words') ?? null;

function textNodes(words: Element): Text[] {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.parentElement?.closest(OURS) === null) found.push(node);
  }
  return found;
}

const textOf = (words: Element): string => textNodes(words).map(({ data }) => data).join('');

/** How many of the turn's own code units come before a place of the page. */
function offsetIn(words: Element, container: Node, offset: number): number {
  const place = document.createRange();
  place.setStart(container, offset);
  let before = 0;
  for (const node of textNodes(words)) {
    if (node === container) return before + offset;
    if (place.comparePoint(node, 0) >= 0) return before;
    before += node.data.length;
  }
  return before;
}
