// npm run bench:quality -- --pledges: how well pledges are found in the labelled turns (libs/nlp/test/pledges/labelled). One JSON line of totals per half, nothing else:
// half b is never tuned on, so that its misses are never shown.
import { readTurns } from '../../libs/nlp/test/pledges/labelled-set.js';
import { scorePledges } from '../../libs/nlp/test/pledges/score-pledges.js';

for (const half of ['a', 'b'] as const) console.log(JSON.stringify({ set: 'pledges', half, ...scorePledges(readTurns(half)) }));
