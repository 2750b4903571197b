import { type Command, Option } from 'commander';
import { SEVERITIES, type Severity } from '#domain';
import { SOURCES } from '#ingest/read';
import { checkJson } from '../check/check-json.js';
import { exitCodeOf, summarise } from '../check/check-report.js';
import { checkText } from '../check/check-text.js';
import { paintFor } from '../check/paint.js';
import { defaultRulebook } from './rulebook.js';

interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly as?: string;
  readonly rulebook: string;
  readonly agentDomain: readonly string[];
  readonly minSeverity: Severity;
}

export function addCheck(program: Command): void {
  const formats = SOURCES.map(({ format }) => format);
  program
    .command('check')
    .description('vérifie des transcriptions et imprime les constats ; code 0 sans écart, 1 avec, 2 si illisible')
    .argument('<fichiers...>', 'fichiers ou dossiers ; « - » lit l’entrée standard (avec --as)')
    .addOption(new Option('--format <forme>', 'forme du rapport').choices(['text', 'json']).default('text'))
    .addOption(new Option('--as <format>', 'format des fichiers, au lieu de le reconnaître').choices(formats))
    .option('--rulebook <dossier>', 'référentiel', defaultRulebook())
    .option('--agent-domain <domaine>', 'domaine de messagerie des agents (peut être répété)', collect, agentDomains())
    .addOption(new Option('--min-severity <gravité>', 'tait les écarts moins graves').choices(SEVERITIES).default('info'))
    .action(async (files: string[], options: CheckOptions) => {
      const [{ checkFiles }, { openRulebook }] = await Promise.all([import('../check/check-files.js'), import('../rulebook/open-rulebook.js')]);
      const rulebook = openRulebook(options.rulebook);
      const report = await checkFiles(files, rulebook, options);
      const text = options.format === 'json' ? checkJson(report) : checkText(report, paintFor(process.stdout, process.env));
      process.stdout.write(`${text}\n`);
      process.exitCode = exitCodeOf(summarise(report));
    });
}

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

const agentDomains = (): readonly string[] =>
  (process.env['DIAPASON_AGENT_DOMAINS'] ?? '').split(',').map((domain) => domain.trim()).filter((domain) => domain !== '');
