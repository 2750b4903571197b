import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Contradiction } from '../api/types.js';
import { customerPath } from '../customer/customer-path.js';
import { Extract } from './extract.js';

/** How two statements clash, and both of them in the order of time. `customer` is left out on the customer's own page. */
export function ContradictionItem({ contradiction, language, customer }: { contradiction: Contradiction; language: string | undefined; customer: Contradiction['customer'] }) {
  const { t } = useTranslation();
  const { kind, detail, earlier, later } = contradiction;
  return (
    <li className="contradiction">
      <p className="row-head">
        <strong>{t(`history.kind.${kind}`)}</strong>
        <span lang={language}>{detail}</span>
        {customer !== null && <Link to={customerPath(customer.ref)}>{t('interaction.with', { name: customer.name ?? customer.ref })}</Link>}
      </p>
      <div className="extracts">
        <div>
          <h4>{t('history.earlier')}</h4>
          <Extract extract={earlier} language={language} />
        </div>
        <div>
          <h4>{t('history.later')}</h4>
          <Extract extract={later} language={language} />
        </div>
      </div>
    </li>
  );
}
