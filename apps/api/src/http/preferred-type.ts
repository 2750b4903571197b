/** A range of an Accept header, `text/*;q=0.5`. */
interface MediaRange {
  readonly range: string;
  /** 0 to 1; 0 refuses. */
  readonly quality: number;
  readonly position: number;
}

/**
 * Which of the offered media types a client would rather have (RFC 9110 §12.5.1): the most specific range that fits a
 * type gives its weight; of equal weights the one that the header names first, then the one offered first.
 * Parameters other than `q` are not looked at.
 * @param accept the header; without one anything is welcome
 * @param offers lower case, the server's preference first
 * @returns undefined when none is acceptable
 */
export function preferredType(accept: string | undefined, offers: readonly string[]): string | undefined {
  const ranges = rangesOf(accept ?? '*/*');
  let best: (MediaRange & { readonly type: string }) | undefined;
  for (const type of offers) {
    const range = ranges.filter((one) => fits(type, one.range)).toSorted((a, b) => specificity(b.range) - specificity(a.range))[0];
    if (range === undefined || range.quality === 0) continue;
    const better = best === undefined || range.quality > best.quality || (range.quality === best.quality && range.position < best.position);
    if (better) best = { ...range, type };
  }
  return best?.type;
}

function rangesOf(accept: string): MediaRange[] {
  const ranges = accept.split(',').map((part, position): MediaRange => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    return { range, quality: Number.isNaN(weight) ? 1 : Math.min(1, Math.max(0, weight)), position };
  });
  const named = ranges.filter(({ range }) => range !== '');
  // An empty header asks for nothing in particular.
  return named.length === 0 ? [{ range: '*/*', quality: 1, position: 0 }] : named;
}

const fits = (type: string, range: string): boolean => range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));

const specificity = (range: string): number => (range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2);
