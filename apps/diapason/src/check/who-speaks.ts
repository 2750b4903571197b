import type { Analysis, Interaction, Participant, RuleDescription, SpeakerRole } from '#domain';
import type { CheckRefusal, Judgement } from './check-report.js';

/** Stands for standard input where a file is named. */
export const STANDARD_INPUT = '-';

/** How many speakers are named to choose from. */
const NAMED = 4;

/** Why an interaction cannot be judged when nobody who speaks is known to be the agent and somebody might be; else undefined. */
export function withoutKnownAgent(interaction: Interaction, file: string): CheckRefusal | undefined {
  const speakers = speakersOf(interaction);
  const unknown = speakers.filter(({ role }) => role === 'unknown');
  if (unknown.length === 0 || speakers.some(({ role }) => role === 'agent')) return undefined;
  const labels = unknown.map(labelOf);
  const among = `${labels.slice(0, NAMED).map((label) => `« ${label} »`).join(', ')}${labels.length > NAMED ? ' …' : ''}`;
  return { reason: 'speaker_unknown', detail: `Rien ne dit si ${among} ${labels.length === 1 ? 'est l’agent' : 'sont agents'} : non vérifié. ${advice(interaction, labels, file)}` };
}

/** What tells who speaks, for this very input: a mail has a domain, a call has voices, standard input has nothing beside it. */
function advice({ channel }: Interaction, labels: readonly string[], file: string): string {
  const [first = '', second] = labels;
  const domain = channel === 'email' ? /@([^@\s>]+)/.exec(first)?.[1] : undefined;
  // Of two, the other one is the customer: unknown, it would leave rules unchecked.
  const other = labels.length === 2 ? ` --speaker "${second}=client" (ou l’inverse)` : '';
  const option = domain === undefined ? `--speaker "${first}=agent"${other}` : `--agent-domain ${domain}`;
  const sidecar = file === STANDARD_INPUT ? '--meta FICHIER (comme un .meta.json)' : `${file}.meta.json à côté`;
  return `Dites-le par ${option}, ou par ${sidecar}.`;
}

/** How much of it was judged; `rules` are the rulebook's, `analysis` what they made of it. */
export function judgementOf(interaction: Interaction, { findings, notChecked }: Analysis, rules: readonly RuleDescription[]): Judgement {
  const fitting = rules.filter(({ channels }) => channels.includes(interaction.channel));
  const judged = new Set<SpeakerRole>(fitting.map(({ speaker }) => speaker));
  if (findings.length === 0 && !speakersOf(interaction).some(({ role }) => judged.has(role))) return 'no-agent';
  if (notChecked.length === 0) return 'judged';
  return findings.length === 0 && new Set(notChecked.map(({ ruleId }) => ruleId)).size >= fitting.length ? 'not-judged' : 'partly-judged';
}

/** Who says something to the others; notes among colleagues are not said. */
function speakersOf({ participants, turns }: Interaction): readonly Participant[] {
  const speaking = new Set(turns.filter((turn) => turn.private !== true).map(({ participantId }) => participantId));
  return participants.filter(({ id }) => speaking.has(id));
}

const labelOf = ({ name, id }: Participant): string => (id.includes('@') ? id : (name ?? id));
