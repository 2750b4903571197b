import { interactionOf } from '../interaction-of.js';
import { jsonRoots, type JsonDocument } from '../json-documents.js';
import { refuse, type Refused } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import { pointerOf, selectEach, type JsonPath, type Place } from './json-path.js';
import { mapConversation } from './map-conversation.js';
import type { Mapping } from './mapping.js';
import { OF_ONE } from '../thread/read-conversations.js';

/** Any other JSON, by a mapping file: `--mapping`, a form's part `mapping`, or the nearest `mapping.yaml`. */
export const mappingReader: SourceReader = {
  format: 'mapping',
  title: 'Tout autre JSON, avec un fichier de mapping',
  extensions: ['.json'],
  mediaTypes: ['application/json'],
  detect: (head, _fileName, mapping) => mapping?.fits(head) === true,
  read: readMapped,
};

/** A conversation, and the line it stands in where there is one a line. */
interface Found {
  readonly place: Place;
  readonly line: string;
}

function* readMapped(bytes: Buffer, context: ReadContext): Generator<ReadItem> {
  const { mapping, metadata } = context;
  if (mapping === undefined) {
    yield refuse('invalid_mapping', 'Le format « mapping » demande un fichier de mapping : --mapping en ligne de commande, la partie « mapping » d’un formulaire, ou mapping.yaml à côté du fichier.');
    return;
  }
  const found: Found[] = [];
  for (const root of jsonRoots(bytes)) {
    if (root.kind === 'refused') yield root;
    else found.push(...conversationsIn(root.value, mapping));
  }
  const told = OF_ONE.find((member) => metadata?.[member] !== undefined);
  if (found.length > 1 && told !== undefined) {
    yield refuse('invalid_metadata', `Un fichier de plusieurs conversations ne peut pas recevoir « ${told} » pour toutes.`);
    return;
  }
  for (const one of found) yield itemOf(one, bytes, mapping, context);
}

/** Without a path of their own: the value itself, or each of an array. */
function conversationsIn({ value, place: line }: JsonDocument, { spec }: Mapping): Found[] {
  const places = selectEach(spec.conversations ?? WHOLE, { value, pointer: [] });
  // Told for the file, since no conversation can tell it.
  return (places.length === 0 ? [{ value: undefined, pointer: [] }] : places).map((place) => ({ place, line }));
}

const WHOLE: JsonPath = { text: '$', steps: [] };

function itemOf({ place, line }: Found, bytes: Buffer, mapping: Mapping, context: ReadContext): ReadItem {
  const pointer = place.pointer.length === 0 ? '' : pointerOf(place);
  const at = [line, pointer].filter((part) => part !== '').join(', ');
  const item = place.value === undefined ? nothingThere(mapping) : mapped(place, bytes, mapping, context);
  if (item.kind === 'interaction') return at === '' ? item : { ...item, place: at };
  // The reader's own pointers are from the file's root already.
  const where = item.place?.startsWith('/') === true && item.reason === 'invalid_file' ? [line, item.place].filter((part) => part !== '').join(', ') : at;
  return where === '' ? item : { ...item, place: where };
}

const nothingThere = ({ spec, file }: Mapping): Refused =>
  refuse('no_text', `Rien à « ${spec.conversations?.text ?? '$'} » (${file}) : le chemin des conversations ne mène nulle part dans ce fichier.`);

function mapped(place: Place, bytes: Buffer, mapping: Mapping, context: ReadContext): ReadItem {
  const conversation = mapConversation(mapping.spec, place, context);
  return 'kind' in conversation ? conversation : interactionOf(conversation, bytes, mapping.spec.source, context);
}
