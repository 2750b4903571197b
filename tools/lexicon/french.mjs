/**
 * The compact French lexicon that libs/nlp/src/read/lexicon.ts reads, from the npm package dictionary-fr (Dicollecte,
 * hunspell .aff/.dic, MPL-2.0).
 *
 * Hunspell says how each entry is inflected, and which elided pronouns may precede each form (« j' », « m' », « qu' » …):
 * those tell persons, participles and imperatives apart.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = dirname(createRequire(import.meta.url).resolve('dictionary-fr'));

/** Kept in step with `WordFlag` of libs/nlp/src/read/lexicon.ts. */
const FLAG = { nominal: 1, infinitive: 2, presentParticiple: 4, pastParticiple: 8, first: 16, tu: 32, third: 64, nous: 128, vous: 256, imperative: 512, invariable: 1024 };

const BLOCK = 16;
/** Spellings that are neither words nor worth their room: units with prefixes, ordinals in superscript, long compounds. */
const SKIPPED = /[^\p{L}\p{M}'’\-.]|^[.-]|.{41}/u;

function foldKey(word) {
  return word.toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/g, "'");
}

/** The suffix classes of the .aff: flag → [{ strip, add, when, next }]. */
function readSuffixes(aff) {
  const classes = new Map();
  for (const line of aff.split('\n')) {
    const [kind, flag, strip, addition, condition] = line.split(/\s+/);
    if (kind !== 'SFX' || condition === undefined) continue;
    const [add, next = ''] = addition.split('/');
    const rule = { strip: strip === '0' ? '' : strip, add: add === '0' ? '' : add, when: new RegExp(`${condition}$`, 'u'), next };
    if (!classes.has(flag)) classes.set(flag, []);
    classes.get(flag).push(rule);
  }
  return classes;
}

const isVerbFlag = (flag) => /^[a-z][0-9A-Z]$/.test(flag);
const isParticipleFlag = (flag) => flag === 'p+' || flag === 'p.' || flag === 'q+' || flag === 'q.';

/** What the pronouns that may be elided before a verb form say about it. */
function verbFlags(next, form, lemma) {
  const has = (pronoun) => next.includes(`${pronoun}'`);
  if (!has('n')) return FLAG.pastParticiple;
  if (has('d')) return form === lemma ? FLAG.infinitive : FLAG.presentParticiple;
  const mood = has('q') ? 0 : FLAG.imperative;
  if (!has('m')) return mood | FLAG.nous;
  if (!has('t')) return mood | FLAG.vous;
  if (has('j')) return has('s') ? FLAG.first | FLAG.third : FLAG.first | (/(?:s|x)$/.test(form) ? FLAG.tu : 0);
  if (has('s')) return FLAG.third;
  // « nous eussions » aside, what neither « j' » nor « s' » can precede is said to « tu » (« mangeai-je » is « mangeé »).
  return mood | (mood || !/[éè]$/.test(form) ? FLAG.tu : FLAG.first);
}

/** The prefixes that units of measure take (« kilomètre »), from the classes that add a plural after them. */
function readUnitPrefixes(aff) {
  return [...aff.matchAll(/^PFX U[mi] 0 (\p{L}+)(?:\/S\.)? /gmu)].map(([, prefix]) => prefix);
}

/** [form, lemma, flags] of every entry. */
function* inflect(dic, suffixes, unitPrefixes) {
  for (const line of dic.split('\n').slice(1)) {
    const [entry, flagText = ''] = line.trim().split('/');
    if (!entry || SKIPPED.test(entry)) continue;
    const flags = flagText.match(/../gu) ?? [];
    if (flags.includes('Um') || flags.includes('Ui')) {
      for (const prefix of ['', ...new Set(unitPrefixes)]) yield* inflectEntry(prefix + entry, flags.includes('Um') ? ['S.'] : [], suffixes);
    } else yield* inflectEntry(entry, flags, suffixes);
  }
}

/** Classes of words with a feminine: its forms may also have it as their lemma (« directrice », « vue »). */
const isGendered = (flag) => /^[FWG]/.test(flag);

function* inflectEntry(entry, flags, suffixes) {
  let inflected = false;
  for (const flag of flags) {
    const forms = (suffixes.get(flag) ?? []).flatMap(({ strip, add, when, next }) => {
      if (!entry.endsWith(strip) || !when.test(entry)) return [];
      const form = entry.slice(0, entry.length - strip.length) + add;
      return [{ form, said: isParticipleFlag(flag) ? FLAG.pastParticiple : isVerbFlag(flag) ? verbFlags(next, form, entry) : FLAG.nominal }];
    });
    inflected ||= forms.length > 0;
    // A participle is an adjective or a noun too: « élevées » may be a form of « élevé ».
    const participle = forms.find(({ said }) => said === FLAG.pastParticiple)?.form;
    const feminine = isGendered(flag) || participle ? forms.find(({ form, said }) => (said & (FLAG.nominal | FLAG.pastParticiple)) !== 0 && form !== entry && form !== participle && /[eë]$/.test(form))?.form : undefined;
    for (const { form, said } of forms) {
      yield [form, entry, said];
      if (said === FLAG.pastParticiple) yield [form, participle, FLAG.nominal];
      if (feminine !== undefined && (form === feminine || form === `${feminine}s`) && (said & (FLAG.nominal | FLAG.pastParticiple)) !== 0) yield [form, feminine, FLAG.nominal];
    }
  }
  if (!inflected || !flags.some(isVerbFlag)) yield [entry, entry, inflected ? FLAG.nominal : FLAG.invariable];
}

/** key → form → lemma → flags. */
function collect(entries) {
  const keys = new Map();
  for (const [form, lemma, flags] of entries) {
    const key = foldKey(form);
    if (key.length > 40 || !/^[\x20-\x7e]+$/.test(key)) continue;
    if (!keys.has(key)) keys.set(key, new Map());
    const forms = keys.get(key);
    if (!forms.has(form)) forms.set(form, new Map());
    const lemmas = forms.get(form);
    lemmas.set(lemma, (lemmas.get(lemma) ?? 0) | flags);
  }
  return keys;
}

class Bytes {
  bytes = [];
  varint(value) {
    while (value > 127) {
      this.bytes.push((value & 127) | 128);
      value >>>= 7;
    }
    this.bytes.push(value);
  }
  text(string) {
    const encoded = Buffer.from(string, 'utf8');
    this.varint(encoded.length);
    for (const byte of encoded) this.bytes.push(byte);
  }
}

const u32 = (numbers) => Buffer.from(Uint32Array.from(numbers).buffer);

/**
 * Layout (little endian, each section padded to 4 bytes; the header holds the length in bytes of each):
 * blocks: offset in `keys` of every 16th key · keys: front-coded folded keys, each with its forms, lemma ids and flags ·
 * lemmaAt: offset in `lemmas` of each lemma id · lemmas: UTF-8 · formsAt: start in `forms` of each lemma id · forms: key numbers.
 */
function pack(keys) {
  const sorted = [...keys.keys()].sort((a, b) => (a < b ? -1 : 1));
  const lemmaIds = new Map();
  for (const forms of keys.values()) for (const lemmas of forms.values()) for (const lemma of lemmas.keys()) lemmaIds.set(lemma, 0);
  const lemmaList = [...lemmaIds.keys()].sort((a, b) => (a < b ? -1 : 1));
  lemmaList.forEach((lemma, id) => lemmaIds.set(lemma, id));

  const out = new Bytes();
  const blocks = [];
  const formsOf = lemmaList.map(() => []);
  let before = '';
  sorted.forEach((key, number) => {
    const first = number % BLOCK === 0;
    if (first) blocks.push(out.bytes.length);
    let shared = 0;
    if (!first) while (shared < key.length && key[shared] === before[shared]) shared++;
    out.varint(shared);
    out.text(key.slice(shared));
    const analyses = [...keys.get(key)].flatMap(([form, lemmas]) => [...lemmas].map(([lemma, flags]) => ({ form, lemma, flags })));
    out.varint(analyses.length);
    for (const { form, lemma, flags } of analyses) {
      out.text(form === key ? '' : form);
      out.varint(lemmaIds.get(lemma));
      out.varint(flags);
      const known = formsOf[lemmaIds.get(lemma)];
      if (known.at(-1) !== number) known.push(number);
    }
    before = key;
  });

  let at = 0;
  const lemmaAt = [0, ...lemmaList.map((lemma) => (at += Buffer.byteLength(lemma)))];
  at = 0;
  const formsAt = [0, ...formsOf.map((forms) => (at += forms.length))];
  const sections = [u32(blocks), Buffer.from(out.bytes), u32(lemmaAt), Buffer.from(lemmaList.join('')), u32(formsAt), u32(formsOf.flat())];
  const header = u32([0x31584c44, sorted.length, ...sections.map((section) => section.length)]);
  return Buffer.concat([header, ...sections.map((section) => Buffer.concat([section, Buffer.alloc(-section.length & 3)]))]);
}

/** The lexicon file's bytes and the sources it depends on. */
export const french = {
  name: 'fr',
  sources: [join(source, 'index.aff'), join(source, 'index.dic'), fileURLToPath(import.meta.url)],
  licence: { from: join(source, 'license'), to: 'LICENSE-dictionary-fr.MPL-2.0.txt' },
  build() {
    const aff = readFileSync(join(source, 'index.aff'), 'utf8');
    const dic = readFileSync(join(source, 'index.dic'), 'utf8');
    return pack(collect(inflect(dic, readSuffixes(aff), readUnitPrefixes(aff))));
  },
};
