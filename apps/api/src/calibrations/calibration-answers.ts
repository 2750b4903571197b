import type { QueryBus } from '@nestjs/cqrs';
import type { Actor, Calibration, CalibrationItem } from '#domain';
import { ProblemException } from '#runtime';
import type { CalibrationAct } from '#storage';
import { keyUsed } from '../http/idempotency-key.js';
import { noSuch } from '../http/no-such.js';
import { ListCalibrationItemsQuery } from '../list-calibration-items/list-calibration-items.query.js';
import { ownFinding, wordsGone } from '../reviews/own-words.js';
import { ReadCalibrationQuery } from '../read-calibration/read-calibration.query.js';

/**
 * A calibration that the asker may see: drawn from teams of the asker's alone.
 * @throws ProblemException 404
 */
export async function calibrationFor(queries: QueryBus, actor: Actor, id: string): Promise<Calibration> {
  const found = await queries.execute(new ReadCalibrationQuery(actor.organisationId, id, actor.teams));
  if (found === null) throw noSuch('Calibrage', 'calibration');
  return found;
}

/**
 * The finding of a calibration as the asker sees it.
 * @throws ProblemException 404
 */
export async function itemFor(queries: QueryBus, actor: Actor, id: string, findingId: string): Promise<CalibrationItem> {
  const { state } = await calibrationFor(queries, actor, id);
  const [item] = await queries.execute(new ListCalibrationItemsQuery(actor.organisationId, id, actor.id, state === 'open', findingId));
  if (item === undefined) throw noSuch('Constat de ce calibrage', 'finding of this calibration');
  return item;
}

/** @throws ProblemException unless it was done */
export function checkDone(act: CalibrationAct): void {
  if (act === 'done') return;
  if (act === 'missing') throw noSuch('Constat de ce calibrage', 'finding of this calibration');
  if (act === 'own') throw ownFinding();
  if (act === 'wordless') throw wordsGone();
  if (act === 'other') throw keyUsed({ fr: 'd’autres mots', en: 'other words' });
  if (act === 'stranger') {
    throw new ProblemException(403, 'not_a_reviewer', { fr: 'Seuls ses relecteurs jugent et discutent ce calibrage.', en: 'Only its reviewers judge and discuss this calibration.' });
  }
  if (act === 'closed') throw new ProblemException(409, 'calibration_closed', { fr: 'Ce calibrage est terminé : plus aucun jugement ne change.', en: 'This calibration is closed: no judgement changes any more.' });
  if (act === 'open') throw new ProblemException(409, 'calibration_open', { fr: 'Tant que tous n’ont pas jugé, chacun juge sans savoir ce que disent les autres.', en: 'Until all have judged, nobody knows what the others say.' });
  throw new ProblemException(412, 'precondition_failed', { fr: 'Une décision a été prise entre-temps. Rien n’a été changé : relisez-la.', en: 'It was resolved meanwhile. Nothing was changed: read it again.' });
}
