import { useTranslation } from 'react-i18next';

export function PrintButton() {
  const { t } = useTranslation();
  return (
    <p className="no-print">
      <button type="button" className="button" onClick={() => window.print()}>
        {t('coaching.print')}
      </button>
    </p>
  );
}
