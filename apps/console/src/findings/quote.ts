const LONGEST = 160;

/** The words of an extract on one line, cut at a word when they run on. */
export function quoteOf(evidence: { readonly quote: string } | undefined): string {
  const words = (evidence?.quote ?? '').replace(/\s+/g, ' ').trim();
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST - 30))}…`;
}
