import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import { pointerOf, PROBLEMS, ProblemException } from '#runtime';
import type { FastifyRequest } from 'fastify';
import type { Directory } from '../sources/directory.js';
import { inMebibytes, LIMITS } from '../sources/limits.js';
import { readMapping, type Mapping } from '../sources/mapping/mapping.js';
import { mappingReader } from '../sources/mapping/mapping.reader.js';
import { readMetadata, type SourceMetadata } from '../sources/metadata.js';
import { readBytes } from '../sources/read-bytes.js';
import type { Read } from '../sources/refusal.js';
import type { ReadContext, ReadItem } from '../sources/source-reader.js';
import { peek, streamedSource, type StreamingReader } from '../sources/streamed-source.js';

export interface UploadQuery {
  readonly fileName?: string;
  readonly format?: string;
}

/** What comes with the bytes. */
interface Told extends UploadQuery {
  readonly metadata?: SourceMetadata;
  readonly directory?: Directory;
  readonly mapping?: Mapping;
}

/**
 * The interactions of an upload: the body itself, or the part `file` of a form (with fields `format`, `metadata` and
 * `mapping`, before or after it). JSON lines and mailboxes are read while they arrive; before them fields must come first.
 * @throws ProblemException when there is no file, or it or its metadata cannot be taken
 */
export async function readUpload(request: FastifyRequest, query: UploadQuery, directory?: Directory): Promise<AsyncIterable<ReadItem>> {
  if (request.isMultipart()) return readForm(request, { ...query, directory });
  return itemsOf(await contentOf(request.raw, query), { ...query, directory });
}

interface Stream {
  readonly source: StreamingReader;
  readonly chunks: AsyncIterable<Buffer>;
}

type Content = Buffer | Stream;

async function readForm(request: FastifyRequest, query: Told): Promise<AsyncIterable<ReadItem>> {
  let told = query;
  let content: Content | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      told = { fileName: part.filename === '' ? undefined : part.filename, ...defined(told) };
      content = await contentOf(part.file, told, part);
      // The rest of the form comes after a stream that nobody has read yet.
      if (!Buffer.isBuffer(content)) break;
    } else told = { ...told, ...fieldOf(part.fieldname, String(part.value)) };
  }
  if (content !== undefined) return itemsOf(content, told);
  throw new ProblemException(400, 'invalid_body', { fr: 'Le formulaire n’a pas de partie « file ».', en: 'The form has no part "file".' });
}

function fieldOf(name: string, value: string): Partial<Told> {
  if (name === 'format') return { format: value };
  if (name === 'metadata') return { metadata: valid(name, readMetadata(Buffer.from(value))) };
  if (name === 'mapping') return { mapping: valid(name, readMapping(Buffer.from(value), name)) };
  return {};
}

function valid<T>(name: string, read: Read<T>): T {
  if (read.kind === 'ok') return read.value;
  const detail = { fr: read.detail, en: read.detail };
  throw new ProblemException(422, 'unprocessable', detail, [{ pointer: pointerOf([name]), detail }]);
}

const defined = (told: Told): Told => Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));

/** A file of many interactions as it arrives, anything else whole. */
async function contentOf(bytes: Readable, told: Told, part?: MultipartFile): Promise<Content> {
  const { head, all } = await peek(keptOpen(bytes));
  const source = streamedSource(head, told.fileName, formatOf(told), told.mapping);
  if (source !== undefined) return { source, chunks: all };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of all) {
    length += chunk.length;
    if (length > LIMITS.fileBytes) throw tooLarge();
    chunks.push(chunk);
  }
  if (part?.file.truncated === true) throw tooLarge();
  return Buffer.concat(chunks);
}

/** A body that is given up in the middle stays open: cut, the connection would be gone before the answer that says why. */
async function* keptOpen(bytes: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of bytes.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('an upload is bytes');
    yield chunk;
  }
}

function tooLarge(): ProblemException {
  const limit = inMebibytes(LIMITS.fileBytes);
  return new ProblemException(PROBLEMS.payload_too_large.status, 'payload_too_large', {
    fr: `Un fichier compte ${limit} au plus ; des interactions par lignes (.jsonl) et une boîte aux lettres (mbox) n’ont pas de limite hors formulaire.`,
    en: `A file has at most ${limit}; interactions as JSON lines (.jsonl) and a mailbox (mbox) have no limit outside a form.`,
  });
}

/** Whoever sends a mapping means the file to be read by it. */
const formatOf = ({ format, mapping }: Told): string | undefined => format ?? (mapping && mappingReader.format);

function itemsOf(content: Content, told: Told): AsyncIterable<ReadItem> {
  const { format: _, ...context } = told;
  return Buffer.isBuffer(content) ? readBytes(content, context, formatOf(told)) : streamedItems(content.source, content.chunks, context);
}

async function* streamedItems(source: StreamingReader, chunks: AsyncIterable<Buffer>, context: ReadContext): AsyncGenerator<ReadItem> {
  for await (const item of source.readStream(chunks, context)) yield { ...item, format: source.format };
}
