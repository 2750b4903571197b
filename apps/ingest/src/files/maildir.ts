import { basename, dirname } from 'node:path';

/** Behind a mail's name: `:2,` and its flags; programs on file systems without colons write another sign. */
const FLAGS = /[:;!]2,([A-Za-z]*)$/;

/** Letters that are still being written, under the names that mail programs give their folder. */
const DRAFTS = /^\.?(?:INBOX\.)?(?:Drafts|Brouillons)$/i;

/** Whether a folder with these entries is a Maildir (cr.yp.to/proto/maildir.html). */
export const isMaildir = (names: ReadonlySet<string>): boolean => ['cur', 'new', 'tmp'].every((name) => names.has(name));

/** Whether an entry of a Maildir is to be walked: its mails and its subfolders (Maildir++), not what is unfinished, nor the files of its server. */
export const isWalkedInMaildir = (name: string, isFolder: boolean): boolean => isFolder && name !== 'tmp' && !DRAFTS.test(name);

/** Marked as a draft: nobody has been sent it. */
export const isDraft = (file: string): boolean => isMaildirMail(file) && FLAGS.exec(basename(file))?.[1]?.includes('D') === true;

/** Whether a file lies where a Maildir keeps its mails. */
export const isMaildirMail = (file: string): boolean => /^(?:new|cur)$/.test(basename(dirname(file)));

/** What stays the same of a mail's place when it is seen, and moves from `new` to `cur`, and when its flags change. Other files stay where they are. */
export const lastingPlace = (file: string): string => (isMaildirMail(file) ? `${dirname(dirname(file))}/${basename(file).replace(FLAGS, '')}` : file);
