import { useTranslation } from 'react-i18next';
import type { Finding } from '../api/types.js';
import { useFormat } from '../format/use-format.js';

/** That words were kept for so long, and since when they are gone. Nothing while they are kept. */
export function WordsGone({ gone }: { gone: Finding['wordsGone'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (gone === null) return null;
  return <p className="note told words-gone">{t('interaction.wordsGone', { count: gone.afterDays, on: format.date(gone.on) })}</p>;
}
