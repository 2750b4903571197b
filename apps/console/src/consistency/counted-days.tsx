import { useTranslation } from 'react-i18next';
import type { ConsistencyReport } from '../api/types.js';
import { useFormat } from '../format/use-format.js';

/** The days that figures count, when they are not simply those asked for. */
export function CountedDays({ report }: { report: ConsistencyReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = report.rows.flatMap(({ counted }) => (counted === null ? [] : [counted]));
  if (days.length === 0) return null;
  const from = days.map((one) => one.from).toSorted()[0]!;
  const to = days.map((one) => one.to).toSorted().at(-1)!;
  return (
    <p className="note">
      {t('consistency.counted', { from: format.day(from), to: format.day(to) })}
    </p>
  );
}
