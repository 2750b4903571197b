/** RFC 2152: `+` opens a run of UTF-16 in base64 without padding, `-` closes it, `+-` is a plus. */
export const decodeUtf7 = (text: string): string =>
  text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, run: string) => {
    if (run === '') return '+';
    const bytes = Buffer.from(run, 'base64');
    return bytes.subarray(0, bytes.length & ~1).swap16().toString('utf16le');
  });
