import { type Command, Option } from 'commander';
import { SEVERITIES, type Severity } from '#domain';
import { SOURCES } from '#ingest/read';
import { checkJson } from '../check/check-json.js';
import { exitCodeOf, summarise } from '../check/check-report.js';
import { checkText } from '../check/check-text.js';
import { paintFor } from '../check/paint.js';
import { metadataTold, toldSpeaker, type ToldSpeaker } from '../check/told-speakers.js';
import { defaultRulebook } from './rulebook.js';

interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly as?: string;
  readonly rulebook: string;
  readonly agentDomain: readonly string[];
  readonly speaker: readonly ToldSpeaker[];
  readonly meta?: string;
  readonly minSeverity: Severity;
}

export function addCheck(program: Command): void {
  const formats = SOURCES.map(({ format }) => format);
  program
    .command('check')
    .description('vérifie des transcriptions et imprime les constats ; code 1 si écart, 2 si quelque chose n’a pu être jugé, 0 si tout est jugé sans écart')
    .argument('<fichiers...>', 'fichiers ou dossiers ; « - » lit l’entrée standard (avec --as)')
    .addOption(new Option('--format <forme>', 'forme du rapport').choices(['text', 'json']).default('text'))
    .addOption(new Option('--as <format>', 'format des fichiers, au lieu de le reconnaître').choices(formats))
    .option('--rulebook <dossier>', 'référentiel', defaultRulebook())
    .option('--agent-domain <domaine>', 'domaine de messagerie des agents (peut être répété)', collect, agentDomains())
    .option('--speaker <nom=rôle>', 'qui est cette voix : agent, client, bot, tiers (peut être répété)', toldSpeaker, [])
    .option('--meta <fichier>', 'ce que dirait le FICHIER.meta.json ; pour « - » ou un fichier sans le sien')
    .addOption(new Option('--min-severity <gravité>', 'tait les écarts moins graves').choices(SEVERITIES).default('info'))
    .action(async (files: string[], options: CheckOptions) => {
      const [{ checkFiles }, { openRulebook }] = await Promise.all([import('../check/check-files.js'), import('../rulebook/open-rulebook.js')]);
      const metadata = await metadataTold(options.meta, options.speaker);
      const rulebook = openRulebook(options.rulebook);
      const report = await checkFiles(files, rulebook, { ...options, metadata });
      const text = options.format === 'json' ? checkJson(report) : checkText(report, paintFor(process.stdout, process.env));
      process.stdout.write(`${text}\n`);
      process.exitCode = exitCodeOf(summarise(report));
    });
}

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

const agentDomains = (): readonly string[] =>
  (process.env['DIAPASON_AGENT_DOMAINS'] ?? '').split(',').map((domain) => domain.trim()).filter((domain) => domain !== '');
