export * from './fold.js';
export * from './token.js';
export { scanTokens, tokenise } from './tokenise.js';
export { LexiconMissingError } from './lexicon-file.js';
export { type Analysis as WordAnalysis, type Lexicon, loadLexicon, WordFlag } from './lexicon.js';
