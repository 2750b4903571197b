import { useTranslation } from 'react-i18next';

/** What remains when a page threw: the rest of the console still stands. */
export function CrashPage() {
  const { t } = useTranslation();
  return (
    <div className="problem" role="alert">
      <h1>{t('state.crashed')}</h1>
      <p>{t('state.crashedDetail')}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {t('state.reload')}
      </button>
    </div>
  );
}
