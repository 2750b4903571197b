import { extname } from 'node:path';
import { SOURCES } from './index.js';
import { LIMITS } from './limits.js';
import type { Mapping } from './mapping/mapping.js';
import { ok, refuse, type Read } from './refusal.js';
import type { SourceReader } from './source-reader.js';

/** Where a format is named: `import --format`, `check --as`, and by HTTP. */
const HOW = ' par --format (check : --as ; HTTP : ?format=)';

/** More formats than this under one extension are no help to choose from. */
const FEW = 4;

/**
 * Which reader reads these bytes: the one named, else the one whose format the content shows. The file's extension
 * settles a doubt between two, never more; without a clear answer the file is refused.
 */
export function chooseSource(bytes: Buffer, fileName?: string, format?: string, mapping?: Mapping): Read<SourceReader> {
  if (format !== undefined) {
    const named = SOURCES.find((source) => source.format === format);
    return named === undefined ? refuse('unknown_format', `Le format « ${format} » n'est pas connu. Formats connus : ${SOURCES.map((source) => source.format).join(', ')}.`) : ok(named);
  }
  const head = bytes.subarray(0, LIMITS.headBytes);
  const matching = SOURCES.filter((source) => source.detect(head, fileName, mapping));
  const [first, ...others] = matching;
  if (first === undefined) return isBlank(head, bytes) ? refuse('no_text', 'Le fichier est vide.') : refuse('unknown_format', `Format non reconnu.${likely(head, fileName)}`);
  if (others.length === 0) return ok(first);
  const byExtension = matching.filter(({ extensions }) => extensions.includes(extname(fileName ?? '').toLowerCase()));
  if (byExtension.length === 1) return ok(byExtension[0]!);
  return refuse('ambiguous_format', `Le fichier peut se lire comme ${matching.map((source) => source.format).join(' ou ')} : nommez le format${HOW}.`);
}

const isBlank = (head: Buffer, bytes: Buffer): boolean => head.length === bytes.length && head.toString('utf8').replace('\ufeff', '').trim() === '';

/** What an unknown file may be after all, by its first sign and its name, and how to say so. */
function likely(head: Buffer, fileName = ''): string {
  if (/^\ufeff?\s*[[{]/.test(head.toString('utf8', 0, 256))) return ` C'est du JSON qu'aucun lecteur ne connaît : un fichier de mapping le fait lire, ou nommez son format${HOW}.`;
  const extension = extname(fileName).toLowerCase();
  const few = SOURCES.filter(({ extensions }) => extensions.includes(extension)).map(({ format }) => format);
  const named = few.length > 0 && few.length <= FEW ? ` « ${extension} » peut être ${few.join(' ou ')} :` : '';
  return `${named}${named === '' ? ' Si vous le connaissez,' : ''} nommez-le${HOW}.`;
}
