/** A database's URL with server settings for each session, after those it may have already. */
export function withOptions(url: string, options: string): string {
  const to = new URL(url);
  to.searchParams.set('options', [to.searchParams.get('options'), options].filter((text) => text !== null).join(' '));
  return to.href;
}
