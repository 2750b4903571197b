import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Lines of spread beside their mean; `labelledBy` is the id of the heading, `children` its bodies. */
export function SpreadTable({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <table className="figures spreads" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('consistency.colSubject')}</th>
          <th scope="col">{t('consistency.colMean')}</th>
          <th scope="col">{t('consistency.colAgents')}</th>
          <th scope="col">{t('consistency.colChannels')}</th>
          <th scope="col">{t('consistency.colWithin')}</th>
        </tr>
      </thead>
      {children}
    </table>
  );
}
