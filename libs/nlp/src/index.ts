export { analyse } from './analyse.js';
export { writtenDelay } from './answers/written-delay.js';
export * from './pledges/index.js';
export { customerWords, type CustomerWords, type HeardTurn } from './customer-words/customer-words.js';
export { historyJudge, judgeOfNoRules } from './history/history-judge.js';
export { topicsOfText } from './history/topics-of-text.js';
export * from './read/index.js';
export * from './reasons/index.js';
export * from './rulebook/index.js';
