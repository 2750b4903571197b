import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { directoryOfEntries } from '../../src/directory-file/directory-entries.js';
import { readDirectoryEntries } from '../../src/directory-file/read-directory-file.js';

const read = (text: string) => readDirectoryEntries(Buffer.from(text));
const entries = (text: string) => {
  const file = read(text);
  if (file.kind === 'refused') throw new Error(JSON.stringify(file.errors));
  return directoryOfEntries(file.entries);
};
const errors = (text: string): string[] => {
  const file = read(text);
  return file.kind === 'ok' ? [] : file.errors.map(({ line, column, message }) => `${line}:${column}: ${message}`);
};

const LEA = { ref: 'a-03', name: 'Léa, dite "Lili"', team: { ref: 't-1', name: 'Nord' }, identities: ['lea@maison.example', 'chatwoot:17'] };

describe('CSV', () => {
  it.each([
    ['commas', 'ref,name,team,team_name,identities\na-03,"Léa, dite ""Lili""",t-1,Nord,LEA@maison.example|chatwoot:17\n'],
    ['a French Excel', '\uFEFFRéf;Nom;Équipe;Nom équipe;Identités\r\na-03;"Léa, dite ""Lili""";t-1;Nord;lea@maison.example | chatwoot:17\r\n'],
    ['tabs, no end of line', 'type\tref\tname\tteam\tteam_name\tidentities\nagent\ta-03\t"Léa, dite ""Lili"""\tt-1\tNord\tlea@maison.example|chatwoot:17'],
  ])('of %s says the same', (_, text) => {
    expect(entries(text)).toEqual({ agents: [LEA], teams: [], customers: [] });
  });

  it('has customers and teams too, and leaves out what is not said', () => {
    expect(entries('type,ref,name,identities\ncustomer,c-1,,jeanne@example.net\nteam,t-2,Sud,\n,a-1,,\n\n')).toEqual({
      agents: [{ ref: 'a-1', identities: [] }],
      teams: [{ ref: 't-2', name: 'Sud' }],
      customers: [{ ref: 'c-1', identities: ['jeanne@example.net'] }],
    });
  });

  it.each([
    ['a column nobody knows', 'ref,nmae\na-1,Léa\n', ['1:5: colonne inconnue « nmae » ; vouliez-vous dire « name » ? ; permis : type, ref, name, nom, team, equipe, team_name, nom_equipe, identities, identites']],
    ['no ref', 'nom\nLéa\n', ['1:1: il manque la colonne « ref »']],
    ['an empty ref', 'nom,ref\nLéa,\n', ['2:5: référence vide']],
    ['a field too many', 'ref,nom\na-1,Léa,x\n', ['2:1: 3 champs, pour 2 colonnes : un séparateur de trop ou de moins']],
    ['a quote that never closes', 'ref,nom\na-1,"Léa\na-2,Marc\n', ['2:5: guillemet jamais refermé']],
    ['text after a quote', 'ref,nom\na-1,"Léa"x\n', ['2:10: texte après un guillemet fermant ; un guillemet dans un champ s’écrit ""']],
    ['a type nobody knows', 'type,ref\nrobot,r-1\n', ['2:1: type inconnu « robot » ; permis : agent, équipe, client']],
    ['a customer in a team, and a second mistake', 'type,ref,equipe\nclient,c-1,t-1\nclient,,\n', ['2:12: seul un agent a une équipe', '3:8: référence vide']],
    ['the place after a field of several lines', 'ref,nom\na-1,"Lé\na"\n,x\n', ['4:1: référence vide']],
    ['two names for one ref', 'ref,nom\na-1,Léa\na-1,Marc\n', ['3:1: « a-1 » est déjà donné ligne 2, avec un autre nom ou une autre équipe']],
    ['nothing', '', ['1:1: fichier vide : une ligne d’en-tête est attendue (ref;nom;equipe;identites)']],
  ])('with %s is refused at its place', (_, text, expected) => {
    expect(errors(text)).toEqual(expected);
  });

  it('keeps the place of every identity', () => {
    const file = read('ref,identites\na-1,x | y\n');
    expect(file).toMatchObject({ kind: 'ok', entries: { agents: [{ identities: ['x', 'y'], identitiesAt: [{ line: 2, column: 5 }, { line: 2, column: 5 }] }] } });
  });
});

describe('JSON', () => {
  it('is what directory.json is, and more', async () => {
    expect(entries(JSON.stringify({ agents: [{ ...LEA, identities: ['LEA@maison.example'], addresses: ['chatwoot:17'] }] }))).toEqual({ agents: [LEA], teams: [], customers: [] });
    const samples = read(await readFile('samples/directory.json', 'utf8'));
    expect(samples).toMatchObject({ kind: 'ok', entries: { agents: { length: 12 }, customers: { length: 20 } } });
  });

  it.each([
    ['no JSON', '{\n  "agents": [,]\n}', ['2:14: ce n’est pas du JSON']],
    ['a field nobody knows', '{"agents": [\n  {"ref": "a-1", "nmae": "Léa"}]}', ['2:18: agents.0.nmae : champ inconnu ; vouliez-vous dire « name » ? ; permis : ref, name, team, identities, addresses']],
    ['a ref that is no text', '{"teams": [{"ref": 7}]}', ['1:20: teams.0.ref : mauvais type ; attendu : un texte']],
  ])('with %s is refused at its place', (_, text, expected) => {
    expect(errors(text)).toEqual(expected);
  });
});
