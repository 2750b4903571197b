// Marks an output as made now, whatever its tool left unchanged.
import { closeSync, openSync, utimesSync } from 'node:fs';

for (const file of process.argv.slice(2)) {
  closeSync(openSync(file, 'a'));
  utimesSync(file, new Date(), new Date());
}
