export { analyse } from './analyse.js';
export * from './pledges/index.js';
export * from './read/index.js';
export * from './rulebook/index.js';
