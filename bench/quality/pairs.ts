// npm run bench:quality -- --pairs: how well contradictions are found between the labelled pairs (libs/nlp/test/pledges/labelled). One JSON line of totals per half, nothing else:
// half b is never tuned on, so that its misses are never shown.
import { readPairs } from '../../libs/nlp/test/pledges/labelled-set.js';
import { scoreOf, scorePair } from '../../libs/nlp/test/pledges/score-pairs.js';

for (const half of ['a', 'b'] as const) console.log(JSON.stringify({ set: 'pairs', half, ...scoreOf(readPairs(half).map(scorePair)) }));
