import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answersReport } from '../api/queries.js';
import type { AnsweredQuestion } from '../api/types.js';
import { TooSmall } from '../figures/basis.js';
import { filterSearch, type AnswersFilter, type AnyFilter } from '../filters/filters.js';
import { useFormat } from '../format/use-format.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { SlotDetail } from './slot-detail.js';
import { useAnswerTexts } from './use-answer-texts.js';

/** One question: each point of its answers by channel and agent, down to the words. Without a reason in the address it is that of customers who said none. */
export function QuestionDetail({ query, filters, language }: { query: AnswersFilter; filters: AnyFilter; language: string | undefined }) {
  const { t } = useTranslation();
  const { topic, reason } = filters;
  const { data, error, refetch } = useQuery(answersReport({ ...query, topic, ...(reason === undefined ? {} : { reason }) }));
  const question = data?.rows.find((row) => row.topic === topic && row.reason === (reason ?? null));
  return (
    <>
      <p>
        <Link to={`/coherence${filterSearch(query)}`}>← {t('answers.back')}</Link>
      </p>
      {question ? (
        <Question question={question} language={language} />
      ) : data ? (
        <Empty title={t('state.notFound')} detail={t('state.notFoundDetail')} />
      ) : error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Question({ question, language }: { question: AnsweredQuestion; language: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const texts = useAnswerTexts();
  const { reason, topic, counted, agents, answers, policy, slots } = question;
  return (
    <div className="tune-detail">
      <section aria-labelledby="question">
        <h2 id="question">
          {texts.reason(reason)} : {texts.topic(topic)}
        </h2>
        {counted === null || agents === null || answers === null ? (
          <p>
            <TooSmall />
          </p>
        ) : (
          <p className="note">
            {t('answers.heard', { count: answers, agents: t('answers.agents', { count: agents }) })} · {t('answers.counted', { from: format.day(counted.from), to: format.day(counted.to) })}
          </p>
        )}
        {policy.map((says) => (
          <p key={says} className="banner policy" role="note" lang={language}>
            {t('answers.policy', { says })}
          </p>
        ))}
        {slots.length > 0 && <p className="note">{t('answers.caution')}</p>}
      </section>
      {slots.map((slot) => (
        <SlotDetail key={slot.slot} slot={slot} language={language} />
      ))}
    </div>
  );
}
