import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Basis, TooSmall } from '../figures/basis.js';
import { Rate } from '../figures/rate.js';
import { useFormat } from '../format/use-format.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { type Figures, type Part, type ReportRow, scoreReport } from './scorecard-queries.js';

const PARTS = ['all', 'agent', 'team', 'channel'] as const satisfies readonly Part[];

/** What evaluations by a scorecard come to: what findings say and what people say, side by side and never together. */
export function ScorecardFigures({ id }: { id: string }) {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const by = PARTS.find((part) => part === parameters.get('par')) ?? 'all';
  const { data, error, refetch } = useQuery(scoreReport({ scorecard: id, by }));
  return (
    <section aria-labelledby="chiffres" className="score-figures">
      <h2 id="chiffres">{t('scorecard.figures')}</h2>
      <p className="note">
        {t('scorecard.figuresNote')} {data && <Basis basis={data.basis} />}
      </p>
      <p className="field">
        <label htmlFor="par">{t('scorecard.by')}</label>
        <select
          id="par"
          value={by}
          onChange={({ target }) =>
            setParameters(
              (now) => {
                const next = new URLSearchParams(now);
                next.set('par', target.value);
                return next;
              },
              { replace: true, preventScrollReset: true },
            )
          }
        >
          {PARTS.map((part) => (
            <option key={part} value={part}>
              {t(`scorecard.part.${part}`)}
            </option>
          ))}
        </select>
      </p>
      {data === undefined ? (
        error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />
      ) : data.rows.length === 0 ? (
        <Empty title={t('scorecard.noFigures')} detail={t('scorecard.noFiguresDetail')} />
      ) : (
        <div className="scroll-table">
          <table className="scores">
            <thead>
              <tr>
                <th scope="col">{t(`scorecard.part.${by}`)}</th>
                <th scope="col">{t('evaluation.byFindings')}</th>
                <th scope="col">{t('evaluation.byPeople')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <Row key={row.agent?.ref ?? row.team?.ref ?? row.channel ?? ''} row={row} by={by} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({ row, by }: { row: ReportRow; by: Part }) {
  const { t } = useTranslation();
  const { agent, team, channel, automatic, human, suppressed } = row;
  const name = by === 'agent' ? (agent?.name ?? agent?.ref) : by === 'team' ? (team?.name ?? team?.ref ?? t('scorecard.noTeam')) : by === 'channel' && channel !== null ? t(`channel.${channel}`) : t('scorecard.part.all');
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-side={t('evaluation.byFindings')}>{automatic === null ? suppressed.includes('automatic') ? <TooSmall /> : '—' : <Side figures={automatic} />}</td>
      <td data-side={t('evaluation.byPeople')}>{human === null ? suppressed.includes('human') ? <TooSmall /> : '—' : <Side figures={human} />}</td>
    </tr>
  );
}

function Side({ figures: { n, mean, interval, distribution, criticalFailures, open, counted } }: { figures: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shares = ['0–20 %', '20–40 %', '40–60 %', '60–80 %', '80–100 %'];
  return (
    <>
      {mean === null ? <span className="no-figure">{t('figures.noData')}</span> : <strong className="score-value">{format.share(mean)}</strong>}
      <span className="under">{t('scorecard.n', { count: n })}</span>
      {mean !== null && <span className="under">{interval === null ? t('scorecard.noInterval') : t('scorecard.interval', { low: format.share(interval.low), high: format.share(interval.high), level: format.share(interval.level) })}</span>}
      {open > 0 && <span className="under">{t('scorecard.waiting', { count: open })}</span>}
      {counted !== null && <span className="under">{t('scorecard.counted', { from: format.day(counted.from), to: format.day(counted.to) })}</span>}
      {n > 0 && (
        <>
          <span className="under">{t('scorecard.distribution', { bands: distribution.map((count, band) => `${shares[band] ?? ''} : ${format.count(count)}`).join(' · ') })}</span>
          <span className="under">{t('scorecard.criticalShare')}</span>
          <Rate proportion={criticalFailures} polarity="violation" />
        </>
      )}
    </>
  );
}
