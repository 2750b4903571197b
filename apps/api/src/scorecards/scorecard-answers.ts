import type { QueryBus } from '@nestjs/cqrs';
import { type Actor, isAllowed, type Scorecard, SCORECARD_KEEPERS, type ScorecardSummary } from '#domain';
import { checkIfMatch, pointerOf, ProblemException } from '#runtime';
import type { ScorecardActed, ScorecardAction } from '#storage';
import { contentTag } from '../http/content-tag.js';
import { noSuch } from '../http/no-such.js';
import { ReadScorecardQuery } from '../read-scorecard/read-scorecard.query.js';

/** Whether somebody reads what is not published yet. */
export const readsDrafts = (actor: Actor): boolean => isAllowed(actor, SCORECARD_KEEPERS);

/**
 * A scorecard as the asker sees it.
 * @throws ProblemException 404
 */
export async function scorecardFor(queries: QueryBus, actor: Actor, id: string): Promise<Scorecard> {
  const found = await queries.execute(new ReadScorecardQuery(actor.organisationId, id, readsDrafts(actor)));
  if (found === null) throw noSuch('Grille', 'scorecard');
  return found;
}

export const scorecardTag = (scorecard: Scorecard): string => contentTag(scorecard);

/**
 * Who does something with a scorecard, held to what was seen by `If-Match`.
 * @throws ProblemException 404 or 412
 */
export async function scorecardAction(queries: QueryBus, actor: Actor, id: string, ifMatch: string | undefined): Promise<ScorecardAction> {
  const seen = await scorecardFor(queries, actor, id);
  checkIfMatch(ifMatch, scorecardTag(seen));
  return { organisationId: actor.organisationId, scorecardId: id, by: actor.id, revision: ifMatch === undefined || ifMatch.trim() === '*' ? undefined : seen.revision };
}

/** @throws ProblemException unless it was done */
export function checkActed(acted: ScorecardActed): void {
  switch (acted.kind) {
    case 'done':
      return;
    case 'missing':
      throw noSuch('Version de la grille', 'version of the scorecard');
    case 'changed':
      throw new ProblemException(412, 'precondition_failed', { fr: 'Cette grille a changé entre-temps. Rien n’a été changé : relisez-la.', en: 'This scorecard changed meanwhile. Nothing was changed: read it again.' });
    case 'published':
      throw new ProblemException(409, 'version_published', { fr: 'Cette version est déjà publiée ou retirée, autrement que demandé ; elle ne change plus.', en: 'This version is already published or retired, otherwise than asked for; it never changes.' });
    case 'unpublished':
      throw new ProblemException(409, 'version_unpublished', { fr: 'Cette version n’est pas publiée : il n’y a rien à retirer.', en: 'This version is not published: there is nothing to retire.' });
    case 'past':
      throw new ProblemException(422, 'date_past', {
        fr: `Aujourd’hui, c’est le ${acted.today} : une grille ne compte jamais pour ce qui était avant qu’on la connaisse.`,
        en: `Today is ${acted.today}: a scorecard never counts for what was before it was known.`,
      });
    default:
      throw new ProblemException(
        422,
        'invalid_scorecard',
        { fr: 'Cette grille ne peut pas être publiée ainsi.', en: 'This scorecard cannot be published like this.' },
        acted.problems.map(({ path, fr, en }) => ({ pointer: pointerOf(path), detail: { fr, en } })),
      );
  }
}

export const summaryOf = ({ versions, ...scorecard }: Scorecard): ScorecardSummary => ({
  ...scorecard,
  versions: versions.map(({ definition: _definition, problems: _problems, ...version }) => version),
});
