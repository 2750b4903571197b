/**
 * Message headers as bytes and back, byte-identical whatever they hold: JSON of name → base64. Kept as bytea, since
 * jsonb refuses names with U+0000 and would reorder them.
 */
export function packHeaders(headers: Readonly<Record<string, string | Buffer>>): Buffer {
  const encoded = Object.entries(headers).map(([name, value]) => {
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    return [name, bytes.toString('base64')];
  });
  return Buffer.from(JSON.stringify(Object.fromEntries(encoded)));
}

export function unpackHeaders(packed: Buffer): Record<string, Buffer> {
  const encoded: Record<string, string> = JSON.parse(packed.toString('utf8'));
  return Object.fromEntries(Object.entries(encoded).map(([name, value]) => [name, Buffer.from(value, 'base64')]));
}
