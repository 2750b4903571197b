import PostalMime, { type Email, type PostalMimeOptions } from 'postal-mime';

/** One part of a mail. */
export interface MimePart {
  /** Lower case: `text/plain`. */
  readonly type: string;
  readonly params: Readonly<Record<string, string>>;
  readonly disposition: string;
  readonly fileName?: string;
  /** Its body, transfer encoding undone; of a multipart, what stands outside of its parts. */
  readonly bytes: Buffer;
  readonly parts: readonly MimePart[];
  /** As postal-mime decodes it: it knows charsets by names that TextDecoder does not. */
  readonly decoded: () => string;
}

/** What postal-mime keeps of a part. It joins text parts as a viewer would; who quotes whom needs them one by one. */
interface MimeNode {
  readonly childNodes: readonly MimeNode[];
  readonly content: ArrayBuffer | null;
  readonly contentType: { readonly parsed: Structured };
  readonly contentDisposition: { readonly parsed: Structured };
  getTextContent(): string;
}
interface Structured {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Its types leave the tree out; the version is pinned, and every test of mails would notice that it is gone. */
class TreeParser extends PostalMime {
  declare readonly root: MimeNode;
}

/**
 * Headers and tree of a mail.
 * @throws what postal-mime throws beyond the limits of `options`
 */
export async function parseParts(bytes: Buffer, options: PostalMimeOptions): Promise<{ readonly email: Email; readonly root: MimePart }> {
  const parser = new TreeParser(options);
  const email = await parser.parse(bytes);
  return { email, root: partOf(parser.root) };
}

function partOf(node: MimeNode): MimePart {
  const { value: type, params } = node.contentType.parsed;
  const { value: disposition, params: named } = node.contentDisposition.parsed;
  const fileName = named['filename'] ?? params['name'];
  return {
    type: type || 'text/plain',
    params,
    disposition,
    ...(fileName !== undefined && fileName !== '' && { fileName }),
    bytes: Buffer.from(node.content ?? new ArrayBuffer(0)),
    parts: node.childNodes.map(partOf),
    decoded: () => node.getTextContent(),
  };
}
