import type { Command } from 'commander';

/** Each app as a process of its own, configured by its environment (docs/running.md). */
export function addProcesses(program: Command): void {
  program
    .command('ingest')
    .description('le processus qui reçoit les transcriptions (HTTP → Kafka)')
    .action(async () => (await import('#ingest')).startIngest(process.env));
  program
    .command('analyzer')
    .description('le processus qui analyse (Kafka → PostgreSQL) ; on peut en lancer plusieurs')
    .action(async () => (await import('#analyzer')).startAnalyzer(process.env));
  program
    .command('api')
    .description("le processus qui sert l'API et la console")
    .action(async () => (await import('#api')).startApi(process.env));
}
