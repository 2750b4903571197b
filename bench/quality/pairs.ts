// npm run bench:quality -- --pairs: how well contradictions are found between the labelled pairs (libs/nlp/test/pledges/labelled). One JSON line of totals per part, nothing else:
// b, d, f and j are never tuned on, so that their misses are never shown.
import { readPairs } from '../../libs/nlp/test/pledges/labelled-set.js';
import { scoreOf, scorePair } from '../../libs/nlp/test/pledges/score-pairs.js';

for (const part of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const) console.log(JSON.stringify({ set: 'pairs', part, ...scoreOf(readPairs(part).map(scorePair)) }));
