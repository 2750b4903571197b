import { useTranslation } from 'react-i18next';
import { languageOf } from '../i18n/i18n.js';
import { keepLanguage } from '../i18n/language.js';

/** Named in the other language, for whoever does not read this one. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = languageOf(i18n.language) === 'fr' ? 'en' : 'fr';
  const change = (): void => {
    keepLanguage(window.localStorage, other);
    void i18n.changeLanguage(other);
  };
  return (
    <button type="button" className="quiet" lang={other} title={t('language.label')} onClick={change}>
      {t('language.switch')}
    </button>
  );
}
