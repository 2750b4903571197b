import { buffer } from 'node:stream/consumers';
import { SEVERITIES, type Analysis, type Interaction, type Severity } from '#domain';
import { Directory, readBytes, readPaths, type FileItem } from '#ingest/read';
import { analyse, type CompiledRulebook } from '#nlp';
import { Failure } from '../failure.js';
import type { CheckedFile, CheckedInteraction, CheckRefusal, CheckReport } from './check-report.js';

export interface CheckFilesOptions {
  /** Format of all files; detected otherwise. */
  readonly as?: string;
  readonly agentDomain: readonly string[];
  readonly minSeverity: Severity;
}

/** Nothing is kept, so any slug will do; it only colours the ids of findings. */
const ORGANISATION = 'check';

/** Reads and judges files, folders or standard input (`-`), in the order given. */
export async function checkFiles(
  paths: readonly string[],
  rulebook: CompiledRulebook,
  options: CheckFilesOptions,
): Promise<CheckReport> {
  const files = new Map<string, { format: string | null; interactions: CheckedInteraction[]; refused: CheckRefusal[] }>();
  for (const path of paths) {
    for await (const item of itemsOf(path, options)) {
      const file = files.get(item.file) ?? { format: null, interactions: [], refused: [] };
      files.set(item.file, file);
      if (item.kind === 'refused') {
        file.refused.push(item);
        continue;
      }
      file.format ??= item.format ?? null;
      const judged = judge(item.interaction, rulebook, options.minSeverity);
      if ('reason' in judged) file.refused.push(judged);
      else file.interactions.push({ ...judged, startMissing: item.startMissing });
    }
  }
  const checked: CheckedFile[] = [...files].map(([file, content]) => ({ file, ...content }));
  return { rulebook: rulebook.description, files: checked };
}

async function* itemsOf(path: string, options: CheckFilesOptions): AsyncGenerator<FileItem> {
  const agentDomains = options.agentDomain;
  if (path !== '-') {
    yield* readPaths([path], { format: options.as, agentDomains });
    return;
  }
  if (options.as === undefined) throw new Failure('l’entrée standard demande --as FORMAT (par exemple --as eml)');
  const directory = new Directory({ agentDomains: [...agentDomains], agents: [], customers: [] });
  for await (const item of readBytes(await standardInput(), { directory }, options.as)) yield { ...item, file: '-' };
}

async function standardInput(): Promise<Buffer> {
  return buffer(process.stdin);
}

function judge(interaction: Interaction, rulebook: CompiledRulebook, minSeverity: Severity): CheckedInteraction | CheckRefusal {
  const spoken = new Set(interaction.turns.map(({ participantId }) => participantId));
  const roles = new Set(interaction.participants.filter(({ id }) => spoken.has(id)).map(({ role }) => role));
  if (roles.has('unknown') && !roles.has('agent')) {
    return {
      reason: 'speaker_unknown',
      detail:
        'Rien ne dit qui est l’agent : non vérifié. Indiquez --agent-domain, ou les rôles dans un fichier FICHIER.meta.json à côté.',
    };
  }
  return { interaction, analysis: withoutLesser(analyse(interaction, rulebook, ORGANISATION), minSeverity) };
}

/** Merits are kept whatever their severity: it says how much a rule weighs, not whether it is worth a word. */
function withoutLesser(analysis: Analysis, minSeverity: Severity): Analysis {
  const least = SEVERITIES.indexOf(minSeverity);
  const findings = analysis.findings.filter(
    ({ polarity, severity }) => polarity === 'merit' || SEVERITIES.indexOf(severity) >= least,
  );
  return { ...analysis, findings };
}
