import { useTranslation } from 'react-i18next';
import type { Finding, Review } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useWho } from './use-who.js';

type Dispute = NonNullable<Finding['dispute']>;

interface Told {
  readonly what: 'added' | 'commented' | 'confirmed' | 'dismissed' | 'disputed' | 'upheld' | 'overturned';
  readonly by: string;
  readonly at: string;
  /** What was wrong, where something was. */
  readonly cause: Review['reason'];
  readonly words: string | null;
}

/** What people said of a finding, in the order of time: who, when, in which words. Nothing while nobody has said anything. */
export function FindingStory({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const who = useWho(finding.names);
  const told = storyOf(finding);
  if (told.length === 0) return null;
  return (
    <section className="story" aria-label={t('own.story')}>
      <ol>
        {told.map(({ what, by, at, cause, words }) => (
          <li key={`${what} ${at}`} className={what}>
            <p>{t(`own.said.${what}`, { by: who(by), at: format.dateTime(at) })}</p>
            {cause !== null && <p>{t(`review.reason.${cause}`)}</p>}
            {words !== null && <blockquote>{words}</blockquote>}
          </li>
        ))}
        {finding.dispute?.state === 'open' && (
          <li>
            <p>{t('own.said.waits')}</p>
          </li>
        )}
      </ol>
    </section>
  );
}

function storyOf({ byHand, review, comment, dispute }: Finding): Told[] {
  const told: Told[] = [];
  if (byHand !== null) told.push({ what: 'added', by: byHand.by, at: byHand.at, cause: null, words: byHand.note });
  if (comment !== null) told.push({ what: 'commented', by: comment.by, at: comment.at, cause: null, words: comment.text });
  if (dispute !== null) told.push(...disputeTold(dispute, byHand !== null));
  else if (review !== null) told.push({ what: review.verdict, by: review.by, at: review.at, cause: review.reason, words: review.note });
  return told.sort((a, b) => a.at.localeCompare(b.at));
}

/** Of a judgement that was overturned only who gave it and when is known any more: the resolver's stands in its place. */
function disputeTold({ against, by, at, reason, ruling }: Dispute, addedByHand: boolean): Told[] {
  const judged: Told[] = addedByHand ? [] : [{ what: 'confirmed', by: against.by, at: against.at, cause: null, words: null }];
  const answered: Told[] = ruling === null ? [] : [{ what: ruling.outcome, by: ruling.by, at: ruling.at, cause: ruling.cause, words: ruling.reason }];
  return [...judged, { what: 'disputed', by, at, cause: null, words: reason }, ...answered];
}
