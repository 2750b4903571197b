import { extname } from 'node:path';
import { SOURCES } from './index.js';
import { LIMITS } from './limits.js';
import type { Mapping } from './mapping/mapping.js';
import { ok, refuse, type Read } from './refusal.js';
import type { SourceReader } from './source-reader.js';

/** Where a format is named. */
const HOW = ' (par HTTP : champ « format » du formulaire ou ?format= ; en ligne de commande : --format ou --as).';

/** `eml (Courriel …), …` */
const known = (): string => SOURCES.map(({ format, title }) => `${format} (${title})`).join(', ');

/**
 * Which reader reads these bytes: the one named, else the one whose format the content shows. The file's extension
 * settles a doubt between two, never more; without a clear answer the file is refused.
 */
export function chooseSource(bytes: Buffer, fileName?: string, format?: string, mapping?: Mapping): Read<SourceReader> {
  if (format !== undefined) {
    const named = SOURCES.find((source) => source.format === format);
    return named === undefined ? refuse('unknown_format', `Le format « ${format} » n'est pas connu. Formats connus : ${known()}.`) : ok(named);
  }
  const head = bytes.subarray(0, LIMITS.headBytes);
  const matching = SOURCES.filter((source) => source.detect(head, fileName, mapping));
  const [first, ...others] = matching;
  if (first === undefined) return refuse('unknown_format', `Format non reconnu. Formats connus : ${known()}. Si le fichier est dans l'un d'eux, nommez-le${HOW} Un autre JSON se lit avec un fichier de mapping.`);
  if (others.length === 0) return ok(first);
  const byExtension = matching.filter(({ extensions }) => extensions.includes(extname(fileName ?? '').toLowerCase()));
  if (byExtension.length === 1) return ok(byExtension[0]!);
  return refuse('ambiguous_format', `Le fichier peut se lire comme ${matching.map((source) => source.format).join(' ou ')} : nommez le format${HOW}`);
}
