/**
 * Text of `format=flowed` (RFC 3676): a line that ends in a space goes on in the next one, if that is as deep in the quotation.
 * Quote marks stay, so that what was quoted never flows into what was written below it.
 * @param delSp the spaces at line ends are no part of the text (`delsp=yes`)
 */
export function unflow(text: string, delSp: boolean): string {
  const lines: string[] = [];
  let open: { readonly depth: number; readonly parts: string[] } | undefined;
  const close = (): void => {
    if (open !== undefined) lines.push(`${'> '.repeat(Math.min(open.depth, 20))}${open.parts.join('')}`.replace(/^((?:> )*)> $/, '$1>'));
    open = undefined;
  };
  for (const line of text.split(/\r?\n/)) {
    const depth = /^>*/.exec(line)![0].length;
    const said = line.slice(depth).replace(/^ /, '');
    const isSignature = said === '-- ';
    if (open === undefined || open.depth !== depth || isSignature) {
      close();
      open = { depth, parts: [] };
    }
    const flows = said.endsWith(' ') && !isSignature;
    open.parts.push(flows && delSp ? said.slice(0, -1) : said);
    if (!flows) close();
  }
  close();
  return lines.join('\n');
}
