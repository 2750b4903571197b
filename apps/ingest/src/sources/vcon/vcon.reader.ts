import { parseJsonBytes } from '../json-text.js';
import { jsonShapeOf } from '../json-shape.js';
import { inMebibytes, LIMITS } from '../limits.js';
import { refuse } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import { interactionOfTranscript } from '../transcript.js';
import { asItWent } from './diapason-extension.js';
import { transcriptOf } from './transcript-of.js';
import { unsignedForm } from './unsigned-form.js';

/** A vCon (IETF, 0.0.1 to 0.4.0): one conversation, whatever dialogs it has, is one interaction. */
export const vconReader: SourceReader = {
  format: 'vcon',
  title: 'vCon (conteneur de conversation de l’IETF, JSON)',
  extensions: ['.vcon', '.json'],
  mediaTypes: ['application/vcon+json', 'application/vcon'],
  detect: (head) => {
    const shape = jsonShapeOf(head);
    const has = (...members: string[]): boolean => members.every((member) => shape.has(member));
    return has('vcon') || has('parties', 'dialog') || has('payload', 'signatures') || has('ciphertext', 'recipients');
  },
  async *read(bytes, context) {
    yield await readVcon(bytes, context);
  },
};

async function readVcon(bytes: Buffer, context: ReadContext): Promise<ReadItem> {
  if (bytes.length > LIMITS.fileBytes) return refuse('too_large', `vCon de ${inMebibytes(bytes.length)}, pour ${inMebibytes(LIMITS.fileBytes)} au plus : retirez les enregistrements, la transcription suffit.`);
  const json = parseJsonBytes(bytes);
  if (json.kind === 'refused') return json;
  const form = unsignedForm(json.value);
  if (form.kind === 'refused') return form;
  const own = asItWent(form.value.vcon, bytes, context);
  if (own !== undefined) return own;
  const transcript = await transcriptOf(form.value, context);
  return transcript.kind === 'ok' ? interactionOfTranscript(transcript.value, bytes, 'vcon', context) : transcript;
}
