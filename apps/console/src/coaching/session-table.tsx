import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../format/use-format.js';
import { LoadMore } from '../states/load-more.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { sessions, type Side } from './coaching-queries.js';

/** Sessions, the latest first. @param to where one opens; null: the reader sees that they exist, no more */
export function SessionTable({ side, to }: { side: Side; to: ((id: string) => string) | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useInfiniteQuery(sessions(side));
  if (list.data === undefined) return list.error ? <Problem error={list.error} retry={() => void list.refetch()} /> : <Loading />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty title={t('coaching.none')} detail={t(side === 'coach' ? 'coaching.noneDetail' : 'coaching.ownNoneDetail')} />;
  const day = (text: string | null) => (text === null ? '—' : <time dateTime={text}>{format.day(text)}</time>);
  return (
    <>
      <table className="figures coaching-list">
        <thead>
          <tr>
            <th scope="col">{t(side === 'coach' ? 'coaching.agent' : 'coaching.coach')}</th>
            <th scope="col">{t('coaching.stateLabel')}</th>
            <th scope="col">{t('coaching.when')}</th>
            <th scope="col">{t('coaching.rules')}</th>
            <th scope="col">{t('coaching.measuredUntil')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => {
            const name = side === 'coach' ? (one.agent.name ?? one.agent.ref) : (one.coach.name ?? one.coach.id);
            return (
              <tr key={one.id}>
                <th scope="row">
                  {to === null ? name : <Link data-row to={to(one.id)}>{name}</Link>}
                  <span className="under">{t('coaching.createdAt', { at: format.date(one.createdAt) })}</span>
                </th>
                <td data-label={t('coaching.stateLabel')}>{t(`coaching.state.${one.state}`)}</td>
                <td data-label={t('coaching.when')}>{day(one.heldOn ?? one.plannedOn)}</td>
                <td data-label={t('coaching.rules')}>
                  {one.rules.map(({ ruleId }) => (
                    <code key={ruleId} className="rule-id">{ruleId}</code>
                  ))}
                </td>
                <td data-label={t('coaching.measuredUntil')}>{day(one.measure.until)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <LoadMore list={list} shown={items.length} />
    </>
  );
}
