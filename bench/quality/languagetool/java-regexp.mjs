/**
 * The regular expressions of third-party patterns are Java's and have to match a whole word. What differs from JavaScript's is written out here: flags
 * that hold from where they stand to the end of their group (`(?i)`, `(?-i)`), possessive quantifiers, atomic groups, `\Q…\E`, intersections in classes,
 * Java's names of classes, needless escapes. Letters are written in both cases where case is ignored, because a class named by a property (`\p{Lu}`) is
 * not widened then: the patterns were written for a Java in which it is not.
 */
const PROPERTIES = {
  Alpha: '[a-zA-Z]', Digit: '[0-9]', Alnum: '[a-zA-Z0-9]', Upper: '[A-Z]', Lower: '[a-z]', Punct: '[\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e]', Space: '\\s',
  IsAlphabetic: '\\p{Alphabetic}', IsUppercase: '\\p{Uppercase}', IsLowercase: '\\p{Lowercase}', IsPunctuation: '\\p{P}', IsDigit: '\\p{Nd}',
};
const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})([?+]?)/y;
const FLAGS = /\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/y;
const QUOTED = /\\Q(.*?)(?:\\E|$)/ys;
const HEX = /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2}))/y;
const PROPERTY = /\\([pP])(?:\{(\w+)\}|(\w))/y;
/** Classes, edges and references that both languages write alike. */
const NAMED = /\\[dDwWsSbB1-9tnrf]/y;
const GROUP = /\((?:\?(?:[:=!]|<[=!]|<[a-zA-Z][a-zA-Z0-9]*>|>))?/y;

/** A test of whole words. Throws `SyntaxError` where JavaScript has no such expression. */
export function javaRegExp(source, caseSensitive) {
  return new RegExp(`^(?:${new Translator(source, !caseSensitive).all()})$`, 'v');
}

class Translator {
  at = 0;

  constructor(source, folds) {
    this.source = source;
    this.folds = folds;
  }

  all() {
    const outer = [];
    let out = '';
    while (this.at < this.source.length) {
      const char = this.source[this.at];
      if (char === '(') out += this.open(outer);
      else if (char === ')') {
        this.folds = outer.pop() ?? this.folds;
        out += this.take(1);
      } else if (char === '[') out += this.class();
      else if ('.|^$'.includes(char)) out += this.take(1);
      else out += this.quantifier() ?? this.quoted() ?? this.written(this.atom());
    }
    return out;
  }

  open(outer) {
    const flags = this.read(FLAGS);
    if (flags === null) {
      outer.push(this.folds);
      return this.read(GROUP)[0].replace('?>', '?:');
    }
    const [, on, off = '', end] = flags;
    if (end === ':') outer.push(this.folds);
    if (on.includes('i')) this.folds = true;
    if (off.includes('i')) this.folds = false;
    return end === ':' ? '(?:' : '';
  }

  /** What is possessive in Java only fails sooner than what is greedy. */
  quantifier() {
    const found = this.read(QUANTIFIER);
    if (found === null) return null;
    return found[1] === '+' ? found[0].slice(0, -1) : found[0];
  }

  quoted() {
    const found = this.read(QUOTED);
    return found === null ? null : Array.from(found[1], (char) => this.written({ char })).join('');
  }

  /** From `[` to its `]`, classes within it and all. */
  class() {
    this.take(1);
    const negated = this.source[this.at] === '^' ? this.take(1) : '';
    const operands = [''];
    for (let first = true; first || this.source[this.at] !== ']'; first = false) {
      if (this.at >= this.source.length) throw new SyntaxError(`unterminated class in ${this.source}`);
      if (this.source.startsWith('&&', this.at)) {
        this.take(2);
        operands.push('');
      } else operands.push(operands.pop() + this.member());
    }
    this.take(1);
    return `[${negated}${operands.length === 1 ? operands[0] : operands.map((operand) => `[${operand}]`).join('&&')}]`;
  }

  member() {
    if (this.source[this.at] === '[') return this.class();
    const low = this.atom();
    if (low.char === undefined || this.source[this.at] !== '-' || '][&'.includes(this.source[this.at + 1] ?? ']')) return this.listed(low);
    this.take(1);
    const high = this.atom();
    return high.char === undefined ? this.listed(low) + literal('-') + this.listed(high) : this.range(low.char, high.char);
  }

  range(low, high) {
    const ranges = [[low, high]];
    if (this.folds && /^\p{L}{2}$/u.test(low + high)) ranges.push([low.toLowerCase(), high.toLowerCase()], [low.toUpperCase(), high.toUpperCase()]);
    return ranges.filter(([from, to]) => from <= to).map(([from, to]) => `${literal(from)}-${literal(to)}`).join('');
  }

  /** In a class. */
  listed({ char, text }) {
    return text ?? this.cases(char).map(literal).join('');
  }

  /** Outside. */
  written({ char, text }) {
    if (text !== undefined) return text;
    const cases = this.cases(char);
    return cases.length === 1 ? literal(char) : `[${cases.map(literal).join('')}]`;
  }

  cases(char) {
    return this.folds ? [...new Set([char, char.toLowerCase(), char.toUpperCase()])].filter((one) => Array.from(one).length === 1) : [char];
  }

  /** One character as `char`, or what stands for several as `text`. */
  atom() {
    const hex = this.read(HEX);
    if (hex !== null) return { char: String.fromCodePoint(Number.parseInt(hex[1] ?? hex[2], 16)) };
    const property = this.read(PROPERTY);
    if (property !== null) {
      const name = property[2] ?? property[3];
      const positive = PROPERTIES[name] ?? `\\p{${name.replace(/^Is(?=[A-Z])/, '')}}`;
      return { text: property[1] === 'p' ? positive : `[^${positive}]` };
    }
    const named = this.read(NAMED);
    if (named !== null) return { text: named[0] };
    if (this.source[this.at] === '\\') this.take(1);
    return { char: this.take(String.fromCodePoint(this.source.codePointAt(this.at) ?? 0x5c).length) };
  }

  take(length) {
    this.at += length;
    return this.source.slice(this.at - length, this.at);
  }

  read(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found !== null) this.at += found[0].length;
    return found;
  }
}

const literal = (char) => `\\u{${char.codePointAt(0).toString(16)}}`;
