import type { Evidence, Finding, Interaction, NotChecked } from '#domain';
import { SOURCES } from '#ingest/read';
import { plural } from '../plural.js';
import { exitCodeOf, summarise, type CheckedFile, type CheckReport } from './check-report.js';
import type { Paint } from './paint.js';

const SEVERITY_WORD = { info: 'info', minor: 'mineur', major: 'majeur', critical: 'critique' } as const;
const ROLE_WORD = {
  agent: 'agent', customer: 'client', bot: 'robot', system: 'système', 'third-party': 'tiers', unknown: 'inconnu',
} as const;

/** Rules that could not run are named up to this many. */
const NAMED = 3;

/** The report as a person reads it: file, turn, quoted words, rule, why, what to say instead. */
export function checkText(report: CheckReport, paint: Paint): string {
  const blocks = report.files.map((file) => fileBlock(file, paint)).filter((block) => block !== '');
  return [...blocks, ...knownFormats(report), summaryLine(report, paint)].join('\n\n');
}

function fileBlock(file: CheckedFile, paint: Paint): string {
  const lines: string[] = [];
  for (const { reason, detail, place } of file.refused) {
    const what = reason === 'speaker_unknown' ? paint.yellow('non vérifié') : paint.red('illisible');
    lines.push(`  ${what}  ${detail} ${paint.dim(`[${reason}${place ? `, ${place}` : ''}]`)}`);
  }
  for (const { interaction, analysis, judgement } of file.interactions) {
    let heading = '';
    for (const finding of inReadingOrder(analysis.findings)) {
      const where = turnHeading(interaction, finding.evidence[0]!);
      if (where !== heading) lines.push(`  ${paint.dim(where)}`);
      heading = where;
      lines.push(...findingLines(finding, paint));
    }
    for (const [reason, rules] of byReason(analysis.notChecked)) {
      const named = rules.length <= NAMED ? ` ${paint.dim(rules.join(', '))}` : '';
      lines.push(`  ${paint.yellow('non vérifié')}  ${plural(rules.length, 'règle')} : ${reason}${named}`);
    }
    if (judgement === 'no-agent') lines.push(`  ${paint.yellow('rien à juger')}  aucun agent ne s’exprime`);
  }
  return lines.length === 0 ? '' : [paint.bold(file.file), ...lines].join('\n');
}

function byReason(notChecked: readonly NotChecked[]): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  for (const { reason, ruleId } of notChecked) rules.set(reason, [...(rules.get(reason) ?? []), ruleId]);
  return rules;
}

function turnHeading(interaction: Interaction, at: Evidence): string {
  const turn = interaction.turns[at.turn]!;
  const speaker = interaction.participants.find((participant) => participant.id === turn.participantId);
  const clock = turn.offsetMs === undefined || interaction.channel === 'email' ? '' : ` (${minutes(turn.offsetMs)})`;
  const guessed = speaker?.roleGuessed ? ' (rôle supposé)' : '';
  return `tour ${at.turn + 1}${clock} · ${ROLE_WORD[speaker?.role ?? 'unknown']}${speaker?.name ? ` ${speaker.name}` : ''}${guessed}`;
}

function findingLines(finding: Finding, paint: Paint): string[] {
  const [first] = finding.evidence;
  const quoted = finding.evidence
    .filter(({ sense }) => sense === 'said')
    .map(({ quote }) => `« ${shorten(quote)} »`)
    .join(' … ');
  const words = first!.sense === 'missing' ? paint.dim('(attendu ici, non dit)') : paint.bold(quoted);
  const doubtful = finding.confidence < 0.7 ? paint.yellow('  à vérifier : transcription incertaine') : '';
  const label =
    finding.polarity === 'merit' ? paint.green('+ point fort') : paint.red(`✗ ${SEVERITY_WORD[finding.severity]}`);
  return [
    `    ${label}  ${words}  ${paint.dim(finding.ruleId)}${doubtful}`,
    `        Pourquoi : ${finding.explanation}`,
    ...(finding.instead ? [`        Dites plutôt : ${finding.instead}`] : []),
  ];
}

function summaryLine(report: CheckReport, paint: Paint): string {
  const sum = summarise(report);
  const parts = [
    plural(sum.files, 'fichier'),
    plural(sum.interactions, 'interaction'),
    plural(sum.violations, 'écart'),
    plural(sum.merits, 'point fort', 'points forts'),
    ...(sum.refused > 0 ? [plural(sum.refused, 'refus', 'refus')] : []),
    ...(sum.notJudged > 0 ? [`${sum.notJudged} non ou incomplètement ${sum.notJudged < 2 ? 'vérifiée' : 'vérifiées'}`] : []),
    ...(sum.withoutAgent > 0 ? [`${sum.withoutAgent} sans agent`] : []),
  ];
  if (sum.files === 0) return paint.red('rien à vérifier : aucun fichier à ces adresses');
  const colour = { 0: paint.green, 1: paint.red, 2: paint.yellow }[exitCodeOf(sum)];
  return `${colour(parts.join(' · '))} ${paint.dim(`(référentiel ${report.rulebook.name} ${report.rulebook.version})`)}`;
}

/** Told once, however many files are of none of them. */
function knownFormats({ files }: CheckReport): string[] {
  const isUnknown = files.some(({ refused }) => refused.some(({ reason }) => reason === 'unknown_format'));
  return isUnknown ? [`Formats connus (--as) : ${SOURCES.map(({ format }) => format).join(', ')}.`] : [];
}

const inReadingOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => a.evidence[0]!.turn - b.evidence[0]!.turn || a.evidence[0]!.start - b.evidence[0]!.start);
const shorten = (quote: string): string => {
  const line = quote.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 120 ? line : `${line.slice(0, 117)}…`;
};
const minutes = (ms: number): string =>
  `${String(Math.floor(ms / 60_000)).padStart(2, '0')}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;
