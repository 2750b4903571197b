import { useTranslation } from 'react-i18next';
import type { AnsweredSlot } from '../api/types.js';
import { CHANNELS } from '../filters/filters.js';
import { Agreement } from './agreement.js';
import { PeopleTable } from './people-table.js';
import { Samples } from './samples.js';
import { SlotTable } from './slot-table.js';
import { TestVerdict } from './test-verdict.js';

/** One point of the answers: what is said by whom, and the words. */
export function SlotDetail({ slot, language }: { slot: AnsweredSlot; language: string | undefined }) {
  const { t } = useTranslation();
  const channels = slot.channels.toSorted((a, b) => CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel));
  const title = `point-${slot.slot}`;
  return (
    <section className="slot" aria-labelledby={title}>
      <h2 id={title}>{t(`answers.slot.${slot.slot}`)}</h2>
      <dl className="slot-facts">
        <div>
          <dt>{t('answers.colAgreement')}</dt>
          <dd>
            <Agreement agreement={slot.agreement} />
          </dd>
        </div>
        <div>
          <dt>{t('answers.colChannels')}</dt>
          <dd>
            <TestVerdict test={slot.betweenChannels} of="channels" />
          </dd>
        </div>
        <div>
          <dt>{t('answers.colAgents')}</dt>
          <dd>
            <TestVerdict test={slot.betweenAgents} of="agents" />
          </dd>
        </div>
      </dl>
      <h3>{t('answers.byChannel')}</h3>
      {channels.length === 0 && <p className="note">{t('answers.noChannels')}</p>}
      <SlotTable slot={slot} channels={channels} language={language} />
      <h3>{t('answers.byAgent')}</h3>
      {byAgent()}
      <h3>{t('answers.samples')}</h3>
      <p className="note">{t('answers.samplesNote')}</p>
      {slot.values.map((value) => (
        <Samples key={value.key} value={value} language={language} />
      ))}
    </section>
  );

  function byAgent() {
    if (slot.values.length === 1) return <p className="note">{t('answers.allSay')}</p>;
    return slot.people === null ? <p className="note">{t('answers.noPeople')}</p> : <PeopleTable slot={slot} people={slot.people} />;
  }
}
