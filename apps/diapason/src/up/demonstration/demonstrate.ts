import type { CoachingRepository, InventedAccounts } from '#storage';
import { Progress } from '../../progress.js';
import { asPerson, type AsPerson } from './as-person.js';
import { calibrate } from './calibrate.js';
import { coach, heldThen } from './coach.js';
import { disputeFindings, hasDisputes } from './dispute-findings.js';
import { drawSample } from './draw-sample.js';
import { PEOPLE, type Person } from './people.js';
import { evaluate } from './evaluate.js';
import { everyFinding, reviewFindings } from './review-findings.js';

/**
 * Invented people do in the sample organisation what people do here, through the API as they would (but for what lies in their past): judge, dispute, calibrate, coach, evaluate. Once: disputes come
 * last, and when there is one nothing is touched any more; a start that was broken off goes on. Nor where somebody real has an account.
 */
export async function demonstrate(accounts: InventedAccounts, sessions: CoachingRepository, organisationId: string, url: string): Promise<void> {
  if (!(await accounts.ensure(organisationId, Object.values(PEOPLE)))) return;
  const ids = new Map((await accounts.list(organisationId)).map(({ login, id }) => [login, id]));
  const as = async (person: Person): Promise<AsPerson> => asPerson(url, ids.get(PEOPLE[person].login)!);
  const [marc, ines, owner, nadia, julien] = [await as('marc'), await as('ines'), await as('owner'), await as('nadia'), await as('julien')];
  if (await hasDisputes(marc)) return;
  const findings = await everyFinding(marc);
  await calibrate([marc, ines, owner]);
  const progress = new Progress('Relectures de démonstration');
  await reviewFindings([marc, ines], findings, (done, total) => progress.show(done, total, ''));
  await drawSample(marc, ines);
  const coaching = await as('coach');
  await coach(coaching, nadia, heldThen(sessions, organisationId, coaching.id));
  await evaluate([marc, ines], [{ ref: 'a-02', self: nadia }, { ref: 'a-05', self: julien }, ...['a-01', 'a-03', 'a-04'].map((ref) => ({ ref }))]);
  await disputeFindings([nadia, julien], [ines, marc]);
}
