import { useTranslation } from 'react-i18next';
import type { AnsweredQuestion, SaidValue } from '../api/types.js';
import { useFormat } from '../format/use-format.js';

/** Days that are as often told in hours: « 48 h ». */
const HOURS_UP_TO = 3;

/** The words for questions and for what is answered. */
export function useAnswerTexts() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const known = (key: string, otherwise: string): string => i18n.t(key, otherwise);

  /** « Remboursement »: a queue stands under its own name. */
  const reason = (of: string | null): string => (of === null ? t('answers.reasonUnknown') : known(`answers.reasons.${of}`, of));
  const topic = (of: AnsweredQuestion['topic']): string => known(`answers.topic.${of}`, known(`history.act.${of}`, of));

  /** « 10 jours, dont 8 ouvrés », « 15 € », « Sous garantie, 24 mois ». */
  function value({ key, delay, amount }: Pick<SaidValue, 'key' | 'delay' | 'amount'>): string {
    if (amount !== null) return `${format.count(amount.value)} ${'currency' in amount ? '€' : '%'}`;
    if (delay !== null) {
      const length = lengthOf(delay);
      return delay.afterEvent ? t('answers.after', { delay: length }) : length;
    }
    const [name = key, months] = key.split(':');
    const text = known(`answers.value.${name}`, name);
    return months === undefined ? text : t('answers.months', { value: text, count: Number(months) });
  }

  function lengthOf({ days, workingDays, minutes }: NonNullable<SaidValue['delay']>): string {
    if (minutes !== null) return minutes < 60 ? t('answers.minutes', { count: minutes }) : t('answers.hours', { count: minutes / 60 });
    if (days === 0) return t('answers.sameDay');
    const delay = t('answers.days', { count: days });
    if (days <= HOURS_UP_TO) return t('answers.inHours', { hours: 24 * days, delay });
    return workingDays === days ? delay : t('answers.working', { delay, count: workingDays });
  }

  return { reason, topic, value };
}
