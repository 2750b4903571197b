import { useTranslation } from 'react-i18next';
import type { Spread } from '../api/types.js';

export function Verdict({ verdict }: { verdict: Spread['verdict'] }) {
  const { t } = useTranslation();
  return <span className={`verdict ${verdict}`}>{t(`consistency.verdict.${verdict}`)}</span>;
}
