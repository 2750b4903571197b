import { looksLikeMbox } from '../eml/detect-mail.js';
import { readMail } from '../eml/eml.reader.js';
import { inMebibytes, LIMITS } from '../limits.js';
import { refuse } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import { OF_ONE } from '../thread/read-conversations.js';
import { storedMails } from './stored-mails.js';
import { unescaped } from './unescaped.js';

/** A mailbox file: mails one after the other, each read or refused by itself. */
export const mboxReader: SourceReader = {
  format: 'mbox',
  title: 'Boîte aux lettres (mbox, RFC 4155)',
  extensions: ['.mbox', '.mbx'],
  mediaTypes: ['application/mbox'],
  detect: looksLikeMbox,
  read: (bytes, context) => readMails([bytes], context),
  streams: () => true,
  readStream: readMails,
};

async function* readMails(chunks: AsyncIterable<Buffer> | Iterable<Buffer>, context: ReadContext): AsyncGenerator<ReadItem> {
  const told = OF_ONE.find((member) => context.metadata?.[member] !== undefined);
  if (told !== undefined) {
    yield refuse('invalid_metadata', `Une boîte de plusieurs courriels ne peut pas recevoir « ${told} » pour tous.`);
    return;
  }
  for await (const { number, bytes, end } of storedMails(chunks, context.start)) {
    const item = bytes === null ? tooLarge() : await readMail(unescaped(bytes), context);
    yield { ...item, place: `courriel ${number}`, ...(end !== undefined && { end }) };
  }
}

const tooLarge = (): ReadItem => refuse('too_large', `Le courriel dépasse ${inMebibytes(LIMITS.fileBytes)} : retirez ses pièces jointes.`);
