import { useTranslation } from 'react-i18next';
import type { AnsweredSlot } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { Agreement } from './agreement.js';
import { useAnswerTexts } from './use-answer-texts.js';
import { ValueShare } from './value-share.js';

type Channels = AnsweredSlot['channels'];

/** What is said, as lines, by all and on each channel. */
export function SlotTable({ slot, channels, language }: { slot: AnsweredSlot; channels: Channels; language: string | undefined }) {
  const { t } = useTranslation();
  const texts = useAnswerTexts();
  return (
    <table className="figures answers">
      <thead>
        <tr>
          <th scope="col">{t(`answers.slot.${slot.slot}`)}</th>
          <Head name={t('answers.allChannels')} stated={slot.stated} />
          {channels.map(({ channel, stated }) => (
            <Head key={channel} name={t(`channel.${channel}`)} stated={stated} />
          ))}
        </tr>
      </thead>
      <tbody>
        {slot.values.map((value) => (
          <tr key={value.key}>
            <th scope="row">
              {texts.value(value)}
              {value.written.length > 0 && (
                <span className="under" lang={language}>
                  {t('answers.written', { forms: value.written.map((form) => `« ${form} »`).join(', ') })}
                </span>
              )}
            </th>
            <td data-label={t('answers.allChannels')}>
              <ValueShare share={value.share} />
            </td>
            {channels.map(({ channel, values }) => (
              <td key={channel} data-label={t(`channel.${channel}`)}>
                <ValueShare share={values.find(({ key }) => key === value.key)?.share} />
              </td>
            ))}
          </tr>
        ))}
        {channels.length > 0 && (
          <tr className="agreements">
            <th scope="row">{t('answers.colAgreement')}</th>
            <td data-label={t('answers.allChannels')}>
              <Agreement agreement={slot.agreement} />
            </td>
            {channels.map(({ channel, agreement }) => (
              <td key={channel} data-label={t(`channel.${channel}`)}>
                <Agreement agreement={agreement} />
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** A channel, and how many of its answers say something on the point. */
function Head({ name, stated: { numerator, denominator } }: { name: string; stated: AnsweredSlot['stated'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <th scope="col">
      {name}
      <span className="under">{t('answers.stated', { numerator: format.count(numerator), denominator: format.count(denominator) })}</span>
    </th>
  );
}
