import { Controller, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SENDERS } from '#domain';
import { Allow, ApiProblems, log } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { INGEST_SETTINGS, type IngestSettings } from '../ingest-settings.js';
import { SOURCES } from '../sources/index.js';
import type { ReadItem } from '../sources/source-reader.js';
import { streamUnavailable } from '../stream-unavailable.problem.js';
import { importProblem } from './import-problem.js';
import { ImportFileCommand } from './import-file.command.js';
import { exampleSummary, importSummarySchema } from './import-summary.js';
import { progressLines } from './progress-lines.js';
import { discardRest } from './uploads.js';
import { readUpload, type UploadQuery } from './read-upload.js';

const NDJSON = 'application/x-ndjson';

const querySchema = z.strictObject({
  fileName: z.string().min(1).max(255).optional().describe('Nom du fichier : second signe de son format · Second sign of its format'),
  format: z.enum(SOURCES.map(({ format }) => format)).optional().describe('Détecté sinon · Detected otherwise'),
});

@Controller('v1/imports')
export class ImportFileController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(INGEST_SETTINGS) private readonly settings: IngestSettings,
  ) {}

  @Allow(...SENDERS)
  @Post()
  @ApiTags('interactions')
  @ApiOperation({
    operationId: 'importFile',
    summary: 'Importer un fichier, dans un des formats connus · Import a file in one of the known formats',
    description:
      'Le fichier est le corps lui-même, ou la partie `file` d’un formulaire avec `metadata` (JSON), `format` et `mapping` (YAML ou JSON, pour tout autre JSON). Avec `Accept: application/x-ndjson`, l’avancement arrive ligne à ligne.\n\n' +
      'The file is the body itself, or the part `file` of a form with `metadata` (JSON), `format` and `mapping` (YAML or JSON, for any other JSON). With `Accept: application/x-ndjson` progress comes line by line.',
  })
  @ApiConsumes('multipart/form-data', ...new Set(SOURCES.flatMap(({ mediaTypes }) => mediaTypes)), 'application/octet-stream')
  @ApiBody({
    required: true,
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' }, metadata: { type: 'string' }, format: { type: 'string' }, mapping: { type: 'string' } } },
  })
  @ApiResponse({ status: 200, description: 'Ce qui a été pris, et ce qui a été refusé · What was taken in, and what was refused', standardSchema: importSummarySchema, example: exampleSummary })
  @ApiProblems('invalid_body', 'invalid_query', 'invalid_header', 'id_conflict', 'payload_too_large', 'unsupported_format', 'unreadable_file', 'unavailable', 'misdirected_request', 'internal')
  async import(@Query({ schema: querySchema }) query: UploadQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      const items = await readUpload(request, query, this.settings.directory);
      if (request.headers.accept?.includes(NDJSON) === true) await this.tellProgress(items, request, reply);
      else await this.answer(items, reply);
    } finally {
      if (!reply.sent) discardRest(request.raw);
    }
  }

  private async tellProgress(items: AsyncIterable<ReadItem>, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const lines = progressLines((watch) => this.commands.execute(new ImportFileCommand(items, watch)), request);
    await reply.status(200).header('cache-control', 'no-store').header('content-type', NDJSON).send(lines);
  }

  /** @throws ProblemException when nothing came in */
  private async answer(items: AsyncIterable<ReadItem>, reply: FastifyReply): Promise<void> {
    const result = await this.commands.execute(new ImportFileCommand(items));
    if (result.kind === 'unavailable') {
      log.warn('an import was cut off', { error: result.cause });
      throw streamUnavailable();
    }
    const problem = importProblem(result.summary);
    if (problem !== undefined) throw problem;
    await reply.status(200).header('cache-control', 'no-store').send(result.summary);
  }
}
