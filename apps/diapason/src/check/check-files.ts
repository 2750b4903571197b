import { buffer } from 'node:stream/consumers';
import { SEVERITIES, type Analysis, type Interaction, type RuleDescription, type Severity } from '#domain';
import { Directory, readBytes, readPaths, type FileItem, type SourceMetadata } from '#ingest/read';
import { analyse, type CompiledRulebook } from '#nlp';
import { Failure } from '../failure.js';
import type { CheckedFile, CheckedInteraction, CheckRefusal, CheckReport } from './check-report.js';
import { judgementOf, STANDARD_INPUT, withoutKnownAgent } from './who-speaks.js';

export interface CheckFilesOptions {
  /** Format of all files; detected otherwise. */
  readonly as?: string;
  readonly agentDomain: readonly string[];
  /** What is said of the files beside what lies beside them. */
  readonly metadata?: SourceMetadata;
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
      const refused = withoutKnownAgent(item.interaction, item.file);
      if (refused !== undefined) file.refused.push(refused);
      else file.interactions.push({ ...judge(item.interaction, rulebook, options.minSeverity), startMissing: item.startMissing });
    }
  }
  const checked: CheckedFile[] = [...files].map(([file, content]) => ({ file, ...content }));
  return { rulebook: rulebook.description, files: checked };
}

async function* itemsOf(path: string, options: CheckFilesOptions): AsyncGenerator<FileItem> {
  const { agentDomain: agentDomains, metadata } = options;
  if (path !== STANDARD_INPUT) {
    yield* readPaths([path], { format: options.as, agentDomains, metadata });
    return;
  }
  if (options.as === undefined) throw new Failure('l’entrée standard demande --as FORMAT (par exemple --as eml)');
  const directory = new Directory({ agentDomains: [...agentDomains], agents: [], customers: [] });
  for await (const item of readBytes(await standardInput(), { directory, metadata }, options.as)) yield { ...item, file: STANDARD_INPUT };
}

async function standardInput(): Promise<Buffer> {
  return buffer(process.stdin);
}

function judge(interaction: Interaction, rulebook: CompiledRulebook, minSeverity: Severity): CheckedInteraction {
  const analysis = analyse(interaction, rulebook, ORGANISATION);
  const asked = withoutLesser(analysis, rulebook, minSeverity);
  return { interaction, analysis: asked, judgement: judgementOf(interaction, asked, rulebook.description.rules) };
}

/** Merits are kept whatever their severity: it says how much a rule weighs, not whether it is worth a word. */
function withoutLesser(analysis: Analysis, { description }: CompiledRulebook, minSeverity: Severity): Analysis {
  const least = SEVERITIES.indexOf(minSeverity);
  const isAsked = ({ polarity, severity }: Pick<RuleDescription, 'polarity' | 'severity'>): boolean => polarity === 'merit' || SEVERITIES.indexOf(severity) >= least;
  const asked = new Set(description.rules.filter(isAsked).map(({ id }) => id));
  return { ...analysis, findings: analysis.findings.filter(isAsked), notChecked: analysis.notChecked.filter(({ ruleId }) => asked.has(ruleId)) };
}
