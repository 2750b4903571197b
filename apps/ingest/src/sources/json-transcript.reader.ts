import type { z } from 'zod';
import { checkJson, parseJsonBytes } from './json-text.js';
import { jsonShapeOf, type JsonShape } from './json-shape.js';
import { inMebibytes, LIMITS } from './limits.js';
import { refuse, type Read } from './refusal.js';
import type { ReadContext, ReadItem, SourceReader } from './source-reader.js';
import { interactionOfTranscript, type Transcript } from './transcript.js';

/** What tells one JSON transcript from another. */
export interface JsonTranscript<T> {
  readonly format: string;
  /** For people, French. */
  readonly title: string;
  /** True only when no other format has these keys. */
  readonly detect: (shape: JsonShape) => boolean;
  readonly schema: z.ZodType<T>;
  /** A refusal where the file says itself that it is no finished transcript. */
  readonly transcriptOf: (file: T, context: ReadContext) => Read<Transcript>;
}

/** A reader of files that are one JSON document and one conversation. */
export function jsonTranscriptReader<T>({ format, title, detect, schema, transcriptOf }: JsonTranscript<T>): SourceReader {
  return {
    format,
    title,
    extensions: ['.json'],
    mediaTypes: ['application/json'],
    detect: (head) => detect(jsonShapeOf(head)),
    *read(bytes: Buffer, context: ReadContext): Generator<ReadItem> {
      const transcript = read(bytes, context);
      yield transcript.kind === 'ok' ? interactionOfTranscript(transcript.value, bytes, format, context) : transcript;
    },
  };

  function read(bytes: Buffer, context: ReadContext): Read<Transcript> {
    if (bytes.length > LIMITS.fileBytes) return refuse('too_large', `Transcription de ${inMebibytes(bytes.length)}, pour ${inMebibytes(LIMITS.fileBytes)} au plus.`);
    const json = parseJsonBytes(bytes);
    if (json.kind === 'refused') return json;
    const file = checkJson(schema, json.value, 'invalid_file', title);
    return file.kind === 'ok' ? transcriptOf(file.value, context) : file;
  }
}
