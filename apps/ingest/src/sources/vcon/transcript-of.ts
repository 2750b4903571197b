import { VCON_INTERNAL_NOTE } from '#domain';
import { boundedId } from '../bounded-id.js';
import { LIMITS } from '../limits.js';
import { ok, refuse, type Read } from '../refusal.js';
import type { ReadContext } from '../source-reader.js';
import { revisionAt } from '../thread/revision.js';
import type { Transcript, Utterance, Voice } from '../transcript.js';
import { isMail, textOf } from './dialog-text.js';
import { guessCorrespondents, originatorOf, voicesOf } from './parties.js';
import { saidInRecording, transcriptsOf, type Transcripts } from './recording.js';
import type { UnsignedForm } from './unsigned-form.js';
import type { VconDialog, VconFile } from './vcon-file.schema.js';

/** Put on an interaction that came signed, since nobody checked by whom. */
const UNCHECKED = 'vcon-signature-not-verified';

/** A dialog with its place in the file and, milliseconds from the conversation's start, in time. */
export interface PlacedDialog {
  readonly dialog: VconDialog;
  readonly index: number;
  readonly place: string;
  readonly fromStartMs: number | undefined;
}

/** The words of a vCon's dialogs and who said them. Recordings are heard only through their transcripts; nothing is fetched. */
export async function transcriptOf({ vcon, signed }: UnsignedForm, context: ReadContext): Promise<Read<Transcript>> {
  const dialogs = vcon.dialog ?? [];
  const starts = dialogs.flatMap(({ start }) => start ?? []);
  const start = starts.length === 0 ? undefined : Math.min(...starts);
  const channel = context.metadata?.channel ?? channelOf(dialogs);
  const voices = channel === 'email' ? guessCorrespondents(voicesOf(vcon.parties ?? []), context) : voicesOf(vcon.parties ?? []);
  const transcripts = transcriptsOf(vcon);
  const utterances: Utterance[] = [];
  for (const placed of inOrderOfTime(dialogs, start)) {
    const said = await saidIn(placed, vcon, transcripts, voices, context);
    if (said.kind === 'refused') return said;
    for (const one of said.value) utterances.push(one);
    if (utterances.length > LIMITS.turns) return refuse('too_many_turns', `Plus de ${LIMITS.turns} tours de parole : découpez la conversation.`, placed.place);
  }
  const notes = await notesOf(vcon, voices, start);
  if (notes.kind === 'refused') return notes;
  return ok({
    ...identityOf(vcon, starts),
    channel,
    ...(start !== undefined && { startedAt: new Date(start).toISOString(), ...endOf(dialogs, start) }),
    ...directionOf(dialogs, voices),
    ...(vcon.subject?.trim() && { subject: vcon.subject.trim().slice(0, 1000) }),
    ...(channel === 'email' && threadOf(dialogs)),
    ...(signed && { tags: [UNCHECKED] }),
    utterances: [...utterances, ...notes.value],
  });
}

function inOrderOfTime(dialogs: readonly VconDialog[], start: number | undefined): PlacedDialog[] {
  const placed = dialogs.map((dialog, index) => ({ dialog, index, place: `/dialog/${index}`, fromStartMs: typeof dialog.start === 'number' && start !== undefined ? dialog.start - start : undefined }));
  return placed.toSorted((a, b) => (a.fromStartMs ?? 0) - (b.fromStartMs ?? 0) || a.index - b.index);
}

async function saidIn(placed: PlacedDialog, vcon: VconFile, transcripts: Transcripts, voices: readonly Voice[], context: ReadContext): Promise<Read<readonly Utterance[]>> {
  const { dialog, place, fromStartMs } = placed;
  // Calls that were passed on, or never came about, have no words of their own.
  if (dialog.type === 'transfer' || dialog.type === 'incomplete') return ok([]);
  if (dialog.type !== 'text') return saidInRecording(placed, vcon, transcripts, voices, context);
  const text = await textOf(dialog, place);
  if (text.kind === 'refused') return text;
  const author = originatorOf(dialog);
  const id = messageIdOf(dialog);
  return ok([
    {
      voice: voices[author ?? -1] ?? { id: author === undefined ? 'unknown' : `party-${author}` },
      text: text.value,
      ...(id !== undefined && { id }),
      ...(fromStartMs !== undefined && { startMs: fromStartMs, ...(dialog.duration && { endMs: fromStartMs + dialog.duration * 1000 }) }),
    },
  ]);
}

async function notesOf({ attachments }: VconFile, voices: readonly Voice[], start: number | undefined): Promise<Read<Utterance[]>> {
  const notes: Utterance[] = [];
  for (const [index, attachment] of (attachments ?? []).entries()) {
    if (attachment.purpose?.toLowerCase() !== VCON_INTERNAL_NOTE) continue;
    const text = await textOf(attachment, `/attachments/${index}`);
    if (text.kind === 'refused') return text;
    const at = typeof attachment.start === 'number' && start !== undefined ? Math.max(0, attachment.start - start) : undefined;
    notes.push({ voice: voices[attachment.party ?? -1] ?? { id: 'unknown' }, text: text.value, private: true, ...(at !== undefined && { startMs: at }) });
  }
  return ok(notes);
}

/** Spoken if anything in it is; written in mails if anything says so; else a chat. */
function channelOf(dialogs: readonly VconDialog[]): 'phone' | 'email' | 'chat' {
  if (dialogs.some(({ type }) => type === 'recording' || type === 'recording-set')) return 'phone';
  return dialogs.some((dialog) => dialog.type === 'text' && isMail(dialog)) ? 'email' : 'chat';
}

/**
 * A vCon that amends or redacts another one is a later state of the same conversation: it goes by the other's id, one
 * revision above what its times say, so that nothing is counted twice. When the container was made says nothing: one that
 * grows while people talk keeps its `created_at`.
 */
function identityOf({ uuid, amended, appended, redacted, updated_at }: VconFile, starts: readonly number[]): Pick<Transcript, 'externalId' | 'revision'> {
  const prior = amended?.uuid ?? appended?.uuid ?? redacted?.uuid;
  const id = prior ?? uuid;
  const changed = revisionAt(updated_at ?? undefined, ...starts);
  return { ...(id !== undefined && { externalId: boundedId(id, 200) }), revision: prior === undefined ? changed : changed + 1 };
}

function endOf(dialogs: readonly VconDialog[], start: number): Pick<Transcript, 'endedAt'> {
  const end = dialogs.reduce((latest, dialog) => Math.max(latest, typeof dialog.start === 'number' && dialog.duration ? dialog.start + dialog.duration * 1000 : 0), 0);
  return end > start && end < LATEST ? { endedAt: new Date(end).toISOString() } : {};
}

const LATEST = Date.UTC(2100, 0, 1);

/** Who began the first dialog, where the file itself says the role. */
function directionOf([first]: readonly VconDialog[], voices: readonly Voice[]): Pick<Transcript, 'direction'> {
  const who = first === undefined ? undefined : voices[originatorOf(first) ?? -1];
  if (who?.roleGuessed === true) return {};
  return who?.role === 'agent' ? { direction: 'outbound' } : who?.role === 'customer' ? { direction: 'inbound' } : {};
}

/** Mails of one thread go by its first message, as mails that come one by one do. */
function threadOf(dialogs: readonly VconDialog[]): Pick<Transcript, 'caseRef'> {
  const first = dialogs.map(messageIdOf).find((id) => id !== undefined);
  return first === undefined ? {} : { caseRef: boundedId(first, 200) };
}

const messageIdOf = ({ message_id: id }: VconDialog): string | undefined => id?.trim().replace(/^<(.+)>$/, '$1');
