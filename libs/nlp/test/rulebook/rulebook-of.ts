import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileRulebook, loadRulebook } from '../../src/rulebook/index.js';
import type { CompiledRulebook, LoadedRulebook } from '../../src/rulebook/index.js';

export const HEAD = 'rulebook: essai\nversion: 1.0.0\nlanguage: fr\npromise: "Un client entend ce que nous pouvons faire."\ncommitments:\n  issue: "Une issue pour chacun."\n';

/** Loads a rulebook from texts, file name → content, as it would be from its folder; `folder`: the one to load, when there are several. */
export function loadFrom(files: Readonly<Record<string, string>>, folder = '.'): LoadedRulebook {
  const dir = mkdtempSync(join(tmpdir(), 'rulebook-test-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), content);
    }
    const loaded = loadRulebook(join(dir, folder));
    // The folder's name is no part of what is asserted.
    return loaded.ok ? loaded : { ok: false, problems: loaded.problems.map((problem) => ({ ...problem, file: problem.file.slice(dir.length + 1) })) };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** A compiled rulebook whose rules are these YAML list items (each begins with `- id:`). */
export function rulebookOf(rules: string, head: string = HEAD): CompiledRulebook {
  const loaded = loadFrom({ 'rulebook.yaml': `${head}rules:\n${rules}` });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return compileRulebook(loaded.rulebook);
}
