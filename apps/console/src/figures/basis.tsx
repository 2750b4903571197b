import { useTranslation } from 'react-i18next';

/** Which findings a figure counts. */
export function Basis({ basis }: { basis: 'confirmed' | 'detected' }) {
  const { t } = useTranslation();
  return <span className={`basis ${basis}`}>{t(basis === 'detected' ? 'figures.basisDetected' : 'figures.basisConfirmed')}</span>;
}

export function TooSmall() {
  const { t } = useTranslation();
  return (
    <span className="no-figure" title={t('figures.tooSmallHint')}>
      {t('figures.tooSmall')}
    </span>
  );
}
