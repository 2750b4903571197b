import type { Evidence, Finding, Interaction } from '#domain';
import { summarise, type CheckedFile, type CheckReport } from './check-report.js';
import type { Paint } from './paint.js';

const SEVERITY_WORD = { info: 'info', minor: 'mineur', major: 'majeur', critical: 'critique' } as const;
const ROLE_WORD = {
  agent: 'agent', customer: 'client', bot: 'robot', system: 'système', 'third-party': 'tiers', unknown: 'inconnu',
} as const;

/** The report as a person reads it: file, turn, quoted words, rule, why, what to say instead. */
export function checkText(report: CheckReport, paint: Paint): string {
  const blocks = report.files.map((file) => fileBlock(file, paint)).filter((block) => block !== '');
  return [...blocks, summaryLine(report, paint)].join('\n\n');
}

function fileBlock(file: CheckedFile, paint: Paint): string {
  const lines: string[] = [];
  for (const { reason, detail, place } of file.refused) {
    lines.push(`  ${paint.red('illisible')}  ${detail} ${paint.dim(`[${reason}${place ? `, ${place}` : ''}]`)}`);
  }
  for (const { interaction, analysis } of file.interactions) {
    let heading = '';
    for (const finding of inReadingOrder(analysis.findings)) {
      const where = turnHeading(interaction, finding.evidence[0]!);
      if (where !== heading) lines.push(`  ${paint.dim(where)}`);
      heading = where;
      lines.push(...findingLines(finding, paint));
    }
    const skipped = new Map(analysis.notChecked.map(({ reason }) => [reason, 0]));
    for (const { reason } of analysis.notChecked) skipped.set(reason, skipped.get(reason)! + 1);
    for (const [reason, count] of skipped) {
      lines.push(`  ${paint.yellow('non vérifié')}  ${plural(count, 'règle', 'règles')} : ${reason}`);
    }
  }
  return lines.length === 0 ? '' : [paint.bold(file.file), ...lines].join('\n');
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
    plural(sum.files, 'fichier', 'fichiers'),
    plural(sum.interactions, 'interaction', 'interactions'),
    plural(sum.violations, 'écart', 'écarts'),
    plural(sum.merits, 'point fort', 'points forts'),
    ...(sum.refused > 0 ? [plural(sum.refused, 'refus', 'refus')] : []),
  ];
  if (sum.files === 0) return paint.red('rien à vérifier : aucun fichier à ces adresses');
  const colour = sum.refused > 0 || sum.violations > 0 ? paint.red : paint.green;
  return `${colour(parts.join(' · '))} ${paint.dim(`(référentiel ${report.rulebook.name} ${report.rulebook.version})`)}`;
}

const inReadingOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => a.evidence[0]!.turn - b.evidence[0]!.turn || a.evidence[0]!.start - b.evidence[0]!.start);
const plural = (count: number, one: string, many: string): string => `${count} ${count < 2 ? one : many}`;
const shorten = (quote: string): string => {
  const line = quote.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 120 ? line : `${line.slice(0, 117)}…`;
};
const minutes = (ms: number): string =>
  `${String(Math.floor(ms / 60_000)).padStart(2, '0')}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;
