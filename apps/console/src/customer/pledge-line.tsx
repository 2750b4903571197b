import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Pledge } from '../api/types.js';
import { quoteOf } from '../findings/quote.js';
import { useFormat } from '../format/use-format.js';
import { passagePath } from '../interaction/passage.js';

/** A pledge in the agent's words, by when, and what became of it. */
export function PledgeLine({ pledge, language }: { pledge: Pledge; language: string | undefined }) {
  const { t } = useTranslation();
  const { status, act, agent, evidence, condition, contradicted } = pledge;
  return (
    <li className="pledge">
      <p className="row-head">
        <span className={`settlement ${status}`}>{t(`history.status.${status}`)}</span>
        <strong>{t(`history.act.${act}`)}</strong>
        {agent && <span className="status">{agent.name ?? agent.ref}</span>}
        {contradicted && <span className="status">{t('history.contradicted')}</span>}
      </p>
      <p className="pledge-words">
        <q lang={language}>
          <Link to={passagePath(pledge.interactionId, evidence)}>{quoteOf(evidence)}</Link>
        </q>
      </p>
      <p className="row-facts">
        <Deadline deadline={pledge.deadline} language={language} />
        {condition !== null && (
          <span>
            {t('history.condition')} <q lang={language}>{condition}</q>
          </span>
        )}
        <Settled pledge={pledge} language={language} />
      </p>
    </li>
  );
}

/** The words of the deadline and the day or hour they mean, where they mean one. */
function Deadline({ deadline, language }: Pick<Pledge, 'deadline'> & { language: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (deadline === null) return <span>{t('history.undated')}</span>;
  return (
    <span>
      {t('history.deadline')} <q lang={language}>{deadline.quote}</q>
      {deadline.by !== null && <> {t('history.thatIs', { date: format.local(deadline.by) })}</>}
    </span>
  );
}

/** What shows that a pledge was settled, and where it can be read. */
function Settled({ pledge: { settledBy, settledAt }, language }: { pledge: Pledge; language: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (settledBy === null || settledAt === null) return null;
  const text = t(`history.settledBy.${settledBy.kind}`, { date: format.dateTime(settledAt) });
  return (
    <span>
      {settledBy.interactionId === null ? text : <Link to={passagePath(settledBy.interactionId)}>{text}</Link>}
      {settledBy.quote !== null && (
        <>
          {' '}
          <q lang={language}>{settledBy.quote}</q>
        </>
      )}
    </span>
  );
}
