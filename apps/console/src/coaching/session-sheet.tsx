import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rulebook } from '../api/queries.js';
import { PolarityMark } from '../findings/marks.js';
import { useFormat } from '../format/use-format.js';
import type { Session } from './coaching-queries.js';
import { ExcerptQuote } from './excerpt-quote.js';

const STATES = ['draft', 'planned', 'held', 'acknowledged', 'followed-up'] as const;

/** What both read of a session: where it stands, what is measured and until when, and the words to talk about. */
export function SessionSheet({ session }: { session: Session }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: score } = useQuery(rulebook);
  const { state, plannedOn, heldOn, acknowledgedAt, followedUpOn, rules, measure, agenda } = session;
  const reached = STATES.indexOf(state);
  const when = { draft: format.date(session.createdAt), planned: plannedOn && format.day(plannedOn), held: heldOn && format.day(heldOn), acknowledged: acknowledgedAt && format.date(acknowledgedAt), 'followed-up': followedUpOn && format.day(followedUpOn) };
  return (
    <>
      <section aria-labelledby="avancement">
        <h2 id="avancement">{t('coaching.progress')}</h2>
        <ol className="coaching-steps">
          {STATES.map((one, i) => (
            <li key={one} aria-current={one === state ? 'step' : undefined} data-reached={i <= reached}>
              {t(`coaching.state.${one}`)}
              <span className="under">{i <= reached ? when[one] : ''}</span>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="mesure">
        <h2 id="mesure">{t('coaching.measure')}</h2>
        <ul className="coached-rules">
          {rules.map(({ ruleId, polarity }) => (
            <li key={ruleId}>
              <PolarityMark polarity={polarity} /> <code className="rule-id">{ruleId}</code> {t(`polarity.${polarity}`)}
              <span className="under" lang={score?.language}>{score?.rules.find(({ id }) => id === ruleId)?.why}</span>
            </li>
          ))}
        </ul>
        <p>
          {t('coaching.measureDetail', { days: format.count(measure.windowDays) })} {measure.until !== null && t('coaching.measureUntil', { day: format.day(measure.until) })}
        </p>
      </section>
      <section aria-labelledby="extraits">
        <h2 id="extraits">{t('coaching.agenda')}</h2>
        {agenda.length === 0 && <p className="note">{t('coaching.agendaNone')}</p>}
        <ul className="excerpts">
          {agenda.map(({ findingId, ruleId, finding }) => (
            <li key={findingId}>{finding === null ? <p className="note">{t('coaching.gone', { rule: ruleId })}</p> : <ExcerptQuote finding={finding} language={score?.language} />}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
