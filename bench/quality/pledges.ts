// npm run bench:quality -- --pledges: how well pledges are found in the labelled turns (libs/nlp/test/pledges/labelled). One JSON line of totals per part, nothing else:
// b, d, f and j are never tuned on, so that their misses are never shown.
import { readTurns } from '../../libs/nlp/test/pledges/labelled-set.js';
import { scorePledges } from '../../libs/nlp/test/pledges/score-pledges.js';

for (const part of ['a', 'b', 'c', 'd', 'e', 'f', 'h', 'i', 'j'] as const) console.log(JSON.stringify({ set: 'pledges', part, ...scorePledges(readTurns(part)) }));
