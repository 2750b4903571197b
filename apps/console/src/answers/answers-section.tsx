import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answersReport } from '../api/queries.js';
import type { AnsweredQuestion } from '../api/types.js';
import type { AnswersFilter } from '../filters/filters.js';
import { Loading, Problem } from '../states/states.js';
import { SlotRow } from './slot-row.js';

/** Questions that got different answers, in the order of contact reasons: a slot a line. */
export function AnswersSection({ query }: { query: AnswersFilter }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(answersReport(query));
  return (
    <section aria-labelledby="reponses">
      <div className="section-head">
        <h2 id="reponses">{t('answers.title')}</h2>
      </div>
      <p className="note">{t('answers.note')}</p>
      {content()}
    </section>
  );

  function content() {
    if (!data) return error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />;
    const shown = data.rows.filter((question) => toldApart(question).length > 0);
    const rest = data.rows.length - shown.length;
    return (
      <>
        {shown.length === 0 ? (
          <p className="no-figure">{t('answers.nothing')}</p>
        ) : (
          <table className="figures answers" aria-labelledby="reponses">
            <thead>
              <tr>
                <th scope="col">{t('answers.colQuestion')}</th>
                <th scope="col">{t('answers.colSaid')}</th>
                <th scope="col">{t('answers.colAgreement')}</th>
                <th scope="col">{t('answers.colAgents')}</th>
                <th scope="col">{t('answers.colChannels')}</th>
              </tr>
            </thead>
            <tbody>{shown.flatMap((question) => toldApart(question).map((slot) => <SlotRow key={`${question.reason} ${question.topic} ${slot.slot}`} question={question} slot={slot} query={query} />))}</tbody>
          </table>
        )}
        {shown.length > 0 && rest > 0 && <p className="note">{t('answers.rest', { count: rest })}</p>}
      </>
    );
  }
}

/** Slots with enough answers to be told of, and more than one value. */
const toldApart = ({ slots }: AnsweredQuestion) => slots.filter(({ agreement, values }) => agreement !== null && values.length > 1);
