import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const LIBS = ['#domain', '#nlp', '#storage', '#messaging', '#runtime'] as const;
const APPS = ['#ingest', '#analyzer', '#api'] as const;

/** Who may import whom. The console sees the API only through the client generated from its OpenAPI document. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'libs/domain': [],
  'libs/nlp': ['#domain'],
  'libs/storage': ['#domain'],
  'libs/messaging': ['#domain'],
  'libs/runtime': ['#domain'],
  'apps/ingest': ['#domain', '#storage', '#messaging', '#runtime'],
  'apps/analyzer': LIBS,
  'apps/api': LIBS,
  'apps/console': [],
  'apps/diapason': [...LIBS, ...APPS],
};

/** Packages that only some rooms know of: where it is kept, how it travels, how it is read, how it is shown. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  typeorm: ['libs/storage'],
  '@nestjs/typeorm': ['libs/storage'],
  pg: ['libs/storage'],
  kafkajs: ['libs/messaging'],
  natural: ['libs/nlp'],
  franc: ['libs/nlp'],
  eld: ['libs/nlp'],
  yaml: ['libs/nlp', 'apps/ingest'],
  'postal-mime': ['apps/ingest'],
  'webvtt-parser': ['apps/ingest'],
  commander: ['apps/diapason'],
  'openid-client': ['apps/api'],
  react: ['apps/console'],
  'react-dom': ['apps/console'],
};

const MAX_LINES = 250;
const NO_FOLDERS = /(^|\/)(common|shared|utils?|helpers?|core|misc)\//;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*\.(?:ts|tsx|mts|mjs)$/;
/** Written by a machine from a document of ours. */
const GENERATED = new Set(['apps/console/src/api/schema.d.ts']);

interface SourceFile {
  /** From the root, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** Everything a file does against the house rules, one line each. */
function violationsOf({ file, text }: SourceFile): string[] {
  const found: string[] = [];
  if (NO_FOLDERS.test(file)) found.push('lives in a folder that says nothing');
  if (!KEBAB.test(path.posix.basename(file))) found.push('is not named in kebab-case');
  const lines = text.split('\n').length - 1;
  if (lines > MAX_LINES) found.push(`has ${lines} lines`);
  const room = /^(?:libs|apps)\/[^/]+/.exec(file)?.[0];
  if (room !== undefined) {
    if (/^export default /m.test(text) && !file.endsWith('.config.ts')) found.push('has a default export');
    for (const name of importsOf(file, text)) {
      const against = judgeImport(file, room, name);
      if (against !== undefined) found.push(`imports ${name}: ${against}`);
    }
  }
  return found.map((what) => `${file} ${what}`);
}

const importsOf = (file: string, text: string): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

function judgeImport(file: string, room: string, name: string): string | undefined {
  const isTest = file.startsWith(`${room}/test/`);
  if (name.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), name);
    if (target.startsWith(`${room}/`)) return undefined;
    if (isTest && target.startsWith('test/')) return undefined;
    return 'a relative path leaves its room';
  }
  if (name.startsWith('#')) {
    if (isTest || MAY_IMPORT[room]?.includes(doorOf(name))) return undefined;
    return `${room} may import ${MAY_IMPORT[room]?.join(', ') || 'no other room'}`;
  }
  if (isTest) return undefined;
  if (name.startsWith('node:')) return room === 'apps/console' ? 'a page has no Node' : undefined;
  if (builtinModules.includes(name)) return 'say node:';
  const parts = name.split('/');
  const dependency = name.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
  if (room === 'libs/domain') return 'the domain needs no package';
  if (room === 'apps/console' && dependency.startsWith('@nestjs/')) return 'a page is no server';
  const homes = HOMES[dependency];
  return homes === undefined || homes.includes(room) ? undefined : `only ${homes.join(', ')} knows ${dependency}`;
}

/** `#ingest/read` is a side door of `#ingest`: less to load, the same room. */
const doorOf = (name: string): string => name.split('/')[0]!;

function filesBelow(folder: string): SourceFile[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mts|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((at) => ({ file: path.relative(ROOT, at).split(path.sep).join('/'), text: readFileSync(at, 'utf8') }))
    .filter(({ file }) => !GENERATED.has(file) && !file.includes('node_modules'));
}

const FILES = ['libs', 'apps', 'test', 'tools', 'bench', 'bin'].flatMap(filesBelow);

describe('the house', () => {
  it('is kept by every file', () => {
    expect(FILES.length).toBeGreaterThan(50);
    expect(FILES.flatMap(violationsOf)).toEqual([]);
  });

  it('has a rule for every room, and only for rooms', () => {
    const rooms = ['libs', 'apps'].flatMap((side) =>
      readdirSync(path.join(ROOT, side), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${side}/${entry.name}`),
    );
    expect(rooms.sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('has small files: half of them 60 lines or less', () => {
    const sizes = FILES.filter(({ file }) => file.includes('/src/'))
      .map(({ text }) => text.split('\n').length)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
  });
});

describe('the guard bites', () => {
  it.each([
    ['libs/nlp/src/a.ts', "import { x } from '#storage';", 'libs/nlp may import #domain'],
    ['libs/domain/src/a.ts', "import type { x } from '#nlp';", 'libs/domain may import no other room'],
    ['libs/domain/src/a.ts', "import { z } from 'zod';", 'the domain needs no package'],
    ['apps/api/src/a.ts', "import { IngestModule } from '#ingest';", 'apps/api may import'],
    ['apps/api/src/a.ts', "const x = await import('#analyzer');", 'apps/api may import'],
    ['apps/api/src/a.ts', "export * from '../../../libs/storage/src/index.js';", 'leaves its room'],
    ['apps/console/src/a.tsx', "import { CHANNELS } from '#domain';", 'apps/console may import no other room'],
    ['apps/console/src/a.tsx', "import { readFile } from 'node:fs';", 'a page has no Node'],
    ['libs/nlp/src/a.ts', "import { Client } from 'pg';", 'only libs/storage knows pg'],
    ['libs/nlp/src/a.ts', "import tokenize from 'natural/lib/natural/tokenizers/index.js';\nimport 'kafkajs';", 'knows kafkajs'],
    ['libs/nlp/src/a.ts', "import fs from 'fs';", 'say node:'],
    ['libs/nlp/src/utils/a.ts', '', 'a folder that says nothing'],
    ['libs/nlp/src/ReadText.ts', '', 'kebab-case'],
    ['libs/nlp/src/a.ts', '\n'.repeat(251), 'has 251 lines'],
    ['libs/nlp/src/a.ts', 'export default class A {}', 'default export'],
    ['libs/nlp/test/a.test.ts', "import { x } from '../../storage/src/a.js';", 'leaves its room'],
  ])('on %s: %s', (file, text, said) => {
    const found = violationsOf({ file, text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
  });

  it.each([
    ['libs/nlp/src/read/a.ts', "import { x } from '#domain';\nimport { y } from '../b.js';\nimport z from 'node:fs';"],
    ['libs/nlp/test/a.test.ts', "import { x } from '#nlp';\nimport '../src/a.js';\nimport '../../../test/support/postgres.js';"],
    ['apps/diapason/src/a.ts', "import { x } from '#ingest';\nimport { program } from 'commander';"],
  ])('and not on what is allowed: %s', (file, text) => {
    expect(violationsOf({ file, text })).toEqual([]);
  });
});
