import { looksAround, namedCompounds, Translation } from './patterns.mjs';
import { isListed, sentencesOf } from './words.mjs';

/** No pattern knows it: what takes part in an antipattern can be skipped, but is no part of a match. */
const IMMUNE = '\u0000';

/** Third-party rules, their patterns and antipatterns in ONE matcher that is asked about every example. */
export class Rules {
  /** `matcher` is empty and not yet frozen. Rules as in the file: id, pattern, anti, examples. */
  constructor(rules, lexicon, matcher) {
    this.matcher = matcher;
    const rows = rules.flatMap(({ pattern, anti }) => [pattern, ...anti]);
    const isNamed = namedCompounds(rows);
    this.nameOf = looksAround(rows) ? ({ text, before, after }) => `${before} ${text} ${after}` : ({ text }) => text;
    this.sentences = new Map(rules.flatMap(({ examples }) => examples).map(({ text }) => [text, sentencesOf(text, (word) => isListed(word, lexicon) || isNamed(word))]));
    const symbols = new Map([...this.sentences.values()].flat(2).map((word) => [this.nameOf(word), word]));
    const translation = new Translation([...symbols.values()], this.nameOf, lexicon);
    this.compiled = rules.map((rule, index) => this.compile(rule, `${index}`, translation));
    matcher.freeze();
  }

  compile(rule, name, translation) {
    try {
      const antis = rule.anti.map((tokens, index) => translation.pattern(`${name} anti ${index}`, tokens));
      return { rule, pattern: this.matcher.add(translation.pattern(name, rule.pattern)), antis: antis.map((anti) => this.matcher.add(anti)) };
    } catch (error) {
      return { rule, pattern: null, antis: [], problem: error.message };
    }
  }

  /**
   * For each example in order: whether it fired, whether it should have, and why not as it should. One that must fire has to where it is marked;
   * one that must not must nowhere.
   */
  *verdicts() {
    for (const { rule, pattern, antis, problem } of this.compiled) {
      for (const { text, marker, type } of rule.examples) {
        const mustFire = type === 'bad';
        const counts = ([start, end]) => !mustFire || marker === null || (start < marker[1] && marker[0] < end);
        const fired = pattern !== null && this.hits(text, pattern, antis).some(counts);
        const cause = fired === mustFire && pattern !== null ? null : problem ?? this.cause(fired, text, pattern, antis, counts);
        yield { rule, text, mustFire, fired, cause };
      }
    }
  }

  cause(fired, text, pattern, antis, counts) {
    if (fired) return 'the pattern fits, and nothing that is given excludes it';
    return antis.length > 0 && this.hits(text, pattern, []).some(counts) ? 'an antipattern covers it' : 'the words do not fit';
  }

  /** UTF-16 spans of a pattern's matches, no word of an antipattern's match being part of one. */
  hits(text, pattern, antis) {
    const sentences = this.sentences.get(text);
    const words = sentences.flat();
    this.read(sentences);
    const immune = new Set(antis.flatMap((anti) => this.matcher.matches(anti)).flatMap(({ start, end }) => words.slice(start, end)));
    if (immune.size > 0) this.read(sentences, immune);
    return this.matcher.matches(pattern).map(({ start, end }) => [words[start].start, words[end - 1].end]);
  }

  read(sentences, immune = new Set()) {
    this.matcher.clear();
    for (const sentence of sentences) this.matcher.addWords(sentence.map((word) => ({ ...word, text: immune.has(word) ? IMMUNE : this.nameOf(word) })));
    this.matcher.run();
  }
}
