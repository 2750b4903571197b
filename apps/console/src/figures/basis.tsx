import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';

/** Which findings a figure counts. */
export function Basis({ basis }: { basis: 'confirmed' | 'detected' }) {
  const { t } = useTranslation();
  return <span className={`basis ${basis}`}>{t(basis === 'detected' ? 'figures.basisDetected' : 'figures.basisConfirmed')}</span>;
}

/** The days that figures count, where they are not simply those asked for. */
export function CountedDays({ period, rows }: { period: { readonly from: string | null; readonly to: string | null }; rows: readonly { readonly counted: Days | null }[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = rows.flatMap(({ counted }) => (counted === null ? [] : [counted]));
  const first = days.map(({ from }) => from ?? '').toSorted()[0] ?? '';
  const last = days.map(({ to }) => to ?? '').toSorted().at(-1) ?? '';
  const differs = days.some(({ from, to }) => from !== period.from || to !== period.to);
  if (!differs) return null;
  const names = { from: first === '' ? '' : format.day(first), to: last === '' ? '' : format.day(last) };
  return (
    <p className="note">
      {first === '' ? t('figures.countedTo', names) : last === '' ? t('figures.countedFrom', names) : t('figures.counted', names)} {t('figures.countedWhy')}
    </p>
  );
}

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

export function TooSmall() {
  const { t } = useTranslation();
  return (
    <span className="no-figure" title={t('figures.tooSmallHint')}>
      {t('figures.tooSmall')}
    </span>
  );
}
