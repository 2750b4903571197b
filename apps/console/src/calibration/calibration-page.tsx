import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../format/use-format.js';
import { Page } from '../shell/page.js';
import { Loading, Problem } from '../states/states.js';
import { AgreementTable } from './agreement-table.js';
import { BlindJudging } from './blind-judging.js';
import { calibration, calibrationItems } from './calibration-queries.js';
import { Discussion } from './discussion.js';

/** One calibration: judged blind while it is open, talked about once it is closed. */
export function CalibrationPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id = '' } = useParams();
  const found = useQuery(calibration(id));
  const items = useQuery(calibrationItems(id));
  const error = found.error ?? items.error;
  const one = found.data;
  // Both are read anew when it closes: what was read while it was open is not yet what everybody said.
  const all = one?.state === 'closed' && items.data?.items.some(({ judgements }) => judgements === null) ? undefined : items.data?.items;
  return (
    <Page
      title={one?.name ?? t('calibration.title')}
      lead={one && t(`calibration.${one.state}Lead`, { count: one.findings, due: one.dueOn === null ? '' : format.day(one.dueOn) })}
      aside={<Link to="/calibrage">{t('calibration.all')}</Link>}
    >
      {one === undefined || all === undefined ? (
        error ? <Problem error={error} retry={() => void Promise.all([found.refetch(), items.refetch()])} /> : <Loading />
      ) : one.state === 'open' ? (
        <BlindJudging calibration={one} items={all} />
      ) : (
        <>
          <AgreementTable calibration={one} />
          <Discussion calibration={one} items={all} />
        </>
      )}
    </Page>
  );
}
