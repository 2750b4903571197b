import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AnsweredQuestion, AnsweredSlot } from '../api/types.js';
import { CHANNELS, filterSearch, type AnswersFilter } from '../filters/filters.js';
import { useFormat } from '../format/use-format.js';
import { Agreement } from './agreement.js';
import { TestVerdict } from './test-verdict.js';
import { useAnswerTexts } from './use-answer-texts.js';

/** « Remboursement · Délai »: the commonest answer of each channel, how far answers agree, and whether channels and agents differ. */
export function SlotRow({ question, slot, query }: { question: AnsweredQuestion; slot: AnsweredSlot; query: AnswersFilter }) {
  const { t } = useTranslation();
  const texts = useAnswerTexts();
  const name = `${texts.reason(question.reason)} : ${texts.topic(question.topic)}`;
  const asked = { topic: question.topic, ...(question.reason === null ? {} : { reason: question.reason }) };
  const channels = slot.channels.toSorted((a, b) => CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel)).filter(({ values }) => values.length > 0);
  return (
    <tr>
      <th scope="row">
        <Link data-row to={`/coherence${filterSearch({ ...query, ...asked })}`} title={t('answers.open', { name })}>
          {name}
        </Link>
        <span className="under">{t(`answers.slot.${slot.slot}`)}</span>
      </th>
      <td data-label={t('answers.colSaid')}>
        <dl className="mostly">
          {channels.length === 0 && <Mostly name={t('answers.allChannels')} values={slot.values} slot={slot} />}
          {channels.map(({ channel, values }) => (
            <Mostly key={channel} name={t(`channel.${channel}`)} values={values} slot={slot} />
          ))}
        </dl>
      </td>
      <td data-label={t('answers.colAgreement')}>
        <Agreement agreement={slot.agreement} />
      </td>
      <td data-label={t('answers.colAgents')}>
        <TestVerdict test={slot.betweenAgents} of="agents" />
      </td>
      <td data-label={t('answers.colChannels')}>
        <TestVerdict test={slot.betweenChannels} of="channels" />
      </td>
    </tr>
  );
}

/** The commonest value, with its numbers; of equals the first by what they say. */
function Mostly({ name, values, slot }: { name: string; values: AnsweredSlot['channels'][number]['values']; slot: AnsweredSlot }) {
  const { t } = useTranslation();
  const format = useFormat();
  const texts = useAnswerTexts();
  const [most] = values.toSorted((a, b) => b.share.numerator - a.share.numerator);
  const value = slot.values.find(({ key }) => key === most?.key);
  if (most === undefined || value === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{t('answers.mostly', { value: texts.value(value), numerator: format.count(most.share.numerator), denominator: format.count(most.share.denominator) })}</dd>
    </div>
  );
}
