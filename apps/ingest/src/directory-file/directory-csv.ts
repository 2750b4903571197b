import { nearest } from '#domain';
import { parseCsv, type CsvField, type FileError } from './csv.js';
import { emptyEntries, type ReadEntries } from './directory-entries.js';

type Column = 'type' | 'ref' | 'name' | 'team' | 'teamName' | 'identities';

/** By the names that a header may have, without case and accents. */
const COLUMNS: ReadonlyMap<string, Column> = new Map([
  ['type', 'type'],
  ['ref', 'ref'],
  ['name', 'name'],
  ['nom', 'name'],
  ['team', 'team'],
  ['equipe', 'team'],
  ['team_name', 'teamName'],
  ['nom_equipe', 'teamName'],
  ['identities', 'identities'],
  ['identites', 'identities'],
]);

const TYPES: ReadonlyMap<string, keyof ReadEntries> = new Map([
  ['agent', 'agents'],
  ['team', 'teams'],
  ['equipe', 'teams'],
  ['customer', 'customers'],
  ['client', 'customers'],
]);

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[ -]/g, '_');

/**
 * A directory as CSV: a header, then one person or team a row. `type` (agent unless told, team, customer), `ref`, `name`, `team`,
 * `team_name`, `identities` (parted by `|`), or the same in French.
 */
export function directoryFromCsv(text: string): ReadEntries | readonly FileError[] {
  const parsed = parseCsv(text);
  if ('error' in parsed) return [parsed.error];
  const [header, ...body] = parsed.rows;
  if (header === undefined) return [{ line: 1, column: 1, message: 'fichier vide : une ligne d’en-tête est attendue (ref;nom;equipe;identites)' }];
  const errors: FileError[] = [];
  const columns = header.map((field) => columnOf(field, errors));
  if (errors.length === 0 && !columns.includes('ref')) errors.push({ ...placeOf(header[0]!), message: 'il manque la colonne « ref »' });
  if (errors.length > 0) return errors;
  const entries = emptyEntries();
  for (const row of body) {
    if (row.length !== header.length) {
      errors.push({ ...placeOf(row[0]!), message: `${row.length} champs, pour ${header.length} colonnes : un séparateur de trop ou de moins` });
      continue;
    }
    readRow(new Map(columns.map((column, i) => [column, row[i]!])), entries, errors);
  }
  return errors.length > 0 ? errors : entries;
}

function columnOf(field: CsvField, errors: FileError[]): Column | undefined {
  const name = plain(field.text);
  const column = COLUMNS.get(name);
  if (column !== undefined) return column;
  const known = [...COLUMNS.keys()];
  const meant = nearest(name, known);
  errors.push({ ...placeOf(field), message: `colonne inconnue « ${field.text} »${meant === undefined ? '' : ` ; vouliez-vous dire « ${meant} » ?`} ; permis : ${known.join(', ')}` });
  return undefined;
}

function readRow(row: ReadonlyMap<Column | undefined, CsvField>, entries: ReturnType<typeof emptyEntries>, errors: FileError[]): void {
  const ref = row.get('ref')!;
  const type = row.get('type');
  const kind = TYPES.get(plain(type?.text || 'agent'));
  const wrong = (field: CsvField, message: string): void => void errors.push({ ...placeOf(field), message });
  if (kind === undefined) return wrong(type!, `type inconnu « ${type!.text} » ; permis : agent, équipe, client`);
  if (ref.text === '') return wrong(ref, 'référence vide');
  const name = row.get('name')?.text || undefined;
  const [team, teamName, identities] = [row.get('team'), row.get('teamName'), row.get('identities')];
  if (kind !== 'agents' && team?.text) return wrong(team, 'seul un agent a une équipe');
  if (kind === 'teams' && identities?.text) return wrong(identities, 'une équipe n’a pas d’identités');
  if (teamName?.text && !team?.text) return wrong(teamName, 'nom d’équipe sans référence d’équipe');
  if (kind === 'teams') {
    entries.teams.push({ ref: ref.text, name, at: placeOf(ref) });
    return undefined;
  }
  const others = (identities?.text ?? '').split('|').map((text) => text.trim()).filter((text) => text !== '');
  entries[kind].push({
    ref: ref.text,
    name,
    ...(team?.text && { team: { ref: team.text, name: teamName?.text || undefined } }),
    identities: others,
    at: placeOf(ref),
    identitiesAt: others.map(() => placeOf(identities!)),
  });
  return undefined;
}

const placeOf = ({ line, column }: CsvField): { line: number; column: number } => ({ line, column });
