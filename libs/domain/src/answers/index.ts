export * from './answer.js';
export * from './answers-report.js';
export { agreementView, judgeAnswers, measureAnswers, saidBy, type Chances, type MeasuredSlot, type Said } from './measure-answers.js';
export { readSlots, weekdaysAfter } from './read-slots.js';
