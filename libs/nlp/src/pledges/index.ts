export { type ExtractOptions, extractStatements } from './extract-statements.js';
