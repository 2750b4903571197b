import { stableId, VCON_EXTENSION, VCON_INTERNAL_NOTE, type Interaction, type Participant, type Turn, type VconTurn, type WholeInteraction } from '#domain';
import type { Vcon, VconAnalysis, VconAttachment, VconDialog, VconParty } from './vcon.js';

/**
 * An interaction as a vCon: who took part, what was written as `text` dialogs or what was spoken as a recording (that is
 * not here) with its transcript, what the rulebook found as a `report`. Private notes are attachments of purpose
 * `internal-note`, never dialogs. What the core has no member for is in the member `diapason`.
 */
export function toVcon(whole: WholeInteraction): Vcon {
  const { interaction } = whole;
  const { dialog, lines, attachments, turns } = partsOf(interaction);
  return {
    vcon: '0.4.0',
    uuid: vconIdOf(whole),
    extensions: ['CC', VCON_EXTENSION],
    created_at: whole.recordedAt,
    ...(interaction.subject !== undefined && { subject: interaction.subject }),
    parties: interaction.participants.map(partyOf),
    dialog,
    analysis: [...(interaction.channel === 'phone' ? [transcriptOf(lines)] : []), reportOf(whole, dialog.length)],
    attachments,
    [VCON_EXTENSION]: { version: 1, ...identityOf(interaction), turns },
  };
}

/** Another revision, or another judgement of it, is another vCon. Version 8 (RFC 9562 §5.8), as the draft asks; its bits are those of a name-based id. */
export function vconIdOf({ id, interaction, rulebook }: WholeInteraction): string {
  const named = stableId('vcon', id, interaction.revision, rulebook.hash);
  return `${named.slice(0, 14)}8${named.slice(15)}`;
}

function identityOf({ source, externalId, revision, channel, startedAt, endedAt, direction, caseRef, queue, tags, participants }: Interaction): Omit<Vcon[typeof VCON_EXTENSION], 'version' | 'turns'> {
  return {
    source,
    externalId,
    revision,
    channel,
    startedAt,
    ...(endedAt !== undefined && { endedAt }),
    ...(direction !== undefined && { direction }),
    ...(caseRef !== undefined && { caseRef }),
    ...(queue !== undefined && { queue }),
    ...(tags !== undefined && { tags }),
    participants: participants.map(({ name: _name, ...who }) => who),
  };
}

const ROLES: ReadonlyMap<string, NonNullable<VconParty['role']>> = new Map([['agent', 'agent'], ['customer', 'customer'], ['third-party', 'thirdparty']]);

/** A role that was guessed is not passed on as a fact. */
function partyOf({ name, ref, role, roleGuessed }: Participant): VconParty {
  const known = roleGuessed === true ? undefined : ROLES.get(role);
  return {
    ...(name !== undefined && { name }),
    ...(ref !== undefined && (/^[^\s@]+@[^\s@]+$/.test(ref) ? { mailto: ref } : { uuid: ref })),
    ...(role === 'bot' ? { type: 'bot' } : known !== undefined && { type: 'person' }),
    ...(known !== undefined && { role: known }),
  };
}

/** A line of our transcripts. */
interface Line {
  readonly parties: number;
  readonly start?: string;
  readonly duration?: number;
  readonly text: string;
}

interface Parts {
  readonly dialog: VconDialog[];
  readonly lines: Line[];
  readonly attachments: VconAttachment[];
  readonly turns: VconTurn[];
}

/** Every turn in its place. */
function partsOf(interaction: Interaction): Parts {
  const index = new Map(interaction.participants.map(({ id }, at) => [id, at]));
  const everybody = [...index.values()];
  const start = timeAt(interaction, 0);
  const parts: Parts = { dialog: interaction.channel === 'phone' ? [callOf(interaction, start, everybody)] : [], lines: [], attachments: [], turns: [] };
  for (const turn of interaction.turns) {
    const party = index.get(turn.participantId)!;
    const at = timeAt(interaction, turn.offsetMs ?? 0);
    const lasts = turn.durationMs === undefined ? {} : { duration: turn.durationMs / 1000 };
    const text = { mediatype: 'text/plain', encoding: 'none', body: turn.text } as const;
    const place = placeOf(turn, interaction);
    const list = { dialog: parts.dialog, transcript: parts.lines, attachment: parts.attachments }[place];
    const { id, offsetMs, durationMs, words } = turn;
    parts.turns.push({ id, party, in: place, at: list.length, ...(offsetMs !== undefined && { offsetMs }), ...(durationMs !== undefined && { durationMs }), ...(words !== undefined && { words }) });
    if (place === 'attachment') parts.attachments.push({ purpose: VCON_INTERNAL_NOTE, start: at, party, dialog: 0, ...text });
    else if (place === 'transcript') parts.lines.push({ parties: party, ...(turn.offsetMs !== undefined && { start: at }), ...lasts, text: turn.text });
    else parts.dialog.push({ type: 'text', start: at, ...lasts, parties: [party, ...everybody.filter((other) => other !== party)], ...text, ...(interaction.channel === 'email' && id.includes('@') && { message_id: `<${id}>` }) });
  }
  // Nothing but notes: the dialog that they belong to, without content.
  if (parts.dialog.length === 0) parts.dialog.push({ type: 'text', start, parties: everybody });
  return parts;
}

function placeOf(turn: Turn, { channel }: Interaction): VconTurn['in'] {
  if (turn.private === true) return 'attachment';
  return channel === 'phone' ? 'transcript' : 'dialog';
}

function callOf({ startedAt, endedAt, direction, participants }: Interaction, start: string, parties: readonly number[]): VconDialog {
  const seconds = endedAt === undefined ? -1 : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  const caller = direction === undefined ? -1 : participants.findIndex(({ role }) => role === (direction === 'outbound' ? 'agent' : 'customer'));
  return { type: 'recording', start, ...(seconds >= 0 && { duration: seconds }), parties, ...(caller > 0 && { originator: caller }) };
}

/** RFC 3339 knows no year after this. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const timeAt = ({ startedAt }: Interaction, offsetMs: number): string => new Date(Math.min(LAST, Date.parse(startedAt) + offsetMs)).toISOString();

const BY_US = { vendor: 'Diapason', product: 'diapason', mediatype: 'application/json', encoding: 'json' } as const;

const transcriptOf = (lines: readonly Line[]): VconAnalysis => ({ type: 'transcript', dialog: 0, ...BY_US, schema: 'diapason.transcript.v1', body: lines });

/** `evidence[].turn` counts the turns of the member `diapason`. */
const reportOf = ({ rulebook, language, findings, notChecked }: WholeInteraction, dialogs: number): VconAnalysis => ({
  type: 'report',
  dialog: Array.from({ length: dialogs }, (_, at) => at),
  ...BY_US,
  schema: 'diapason.findings.v1',
  body: {
    rulebook,
    language,
    findings: findings.map(({ id, ruleId, polarity, severity, commitment, status, evidence, explanation, instead, confidence }) => ({ id, ruleId, polarity, severity, commitment, status, evidence, explanation, instead, confidence })),
    notChecked,
  },
});
