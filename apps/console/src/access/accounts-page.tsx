import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { AccountRow } from './account-row.js';
import { KeySection } from './key-section.js';
import { NewAccount } from './new-account.js';
import { accountList } from './queries.js';

/** « Comptes et clés » */
export function AccountsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(accountList);
  return (
    <Page title={t('access.accounts')} lead={t('access.accountsLead')}>
      <section aria-labelledby="comptes">
        <h2 id="comptes" className="section-head">
          {t('access.people')}
        </h2>
        <NewAccount first={data?.length === 0} />
        {data ? (
          data.length === 0 ? (
            <Empty title={t('access.noAccount')} detail={t('access.noAccountDetail')} />
          ) : (
            <ul className="rows">
              {data.map((account) => (
                <AccountRow key={account.id} account={account} />
              ))}
            </ul>
          )
        ) : error ? (
          <Problem error={error} retry={() => void refetch()} />
        ) : (
          <Loading />
        )}
      </section>
      <KeySection />
    </Page>
  );
}
