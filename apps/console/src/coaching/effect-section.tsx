import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Basis } from '../figures/basis.js';
import { Rate } from '../figures/rate.js';
import { PolarityMark } from '../findings/marks.js';
import { useFormat } from '../format/use-format.js';
import { Loading, Problem } from '../states/states.js';
import { effect, type RuleEffect, type Side } from './coaching-queries.js';

/** Before and after, against peers, rule by rule; what keeps it from being told is told. */
export function EffectSection({ side, id }: { side: Side; id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(effect(side, id));
  return (
    <section aria-labelledby="effet">
      <h2 id="effet">{t('coaching.effect')}</h2>
      <p className="note">{t('coaching.effectLead')}</p>
      {data === undefined ? (
        error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />
      ) : (
        <>
          {data.windows !== null && (
            <p>
              {t('coaching.windows', {
                beforeFrom: format.day(data.windows.before.from), beforeTo: format.day(data.windows.before.to), afterFrom: format.day(data.windows.after.from), afterTo: format.day(data.windows.after.to),
              })}{' '}
              <Basis basis={data.basis} />
            </p>
          )}
          <ul className="effects">
            {data.rules.map((one) => (
              <EffectOfRule key={one.ruleId} effect={one} name={data.agent.name ?? data.agent.ref} />
            ))}
          </ul>
          <p className="note">{t('coaching.limits')}</p>
        </>
      )}
    </section>
  );
}

function EffectOfRule({ effect: { ruleId, polarity, better, verdict, short, measured }, name }: { effect: RuleEffect; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <h3>
        <PolarityMark polarity={polarity} /> <code className="rule-id">{ruleId}</code> <span className={`tag verdict-${verdict}`}>{t(`coaching.verdict.${verdict}`)}</span>
      </h3>
      <p className="under">{t(`coaching.better.${better}`)}</p>
      {short !== null && <p>{t(`coaching.short.${short.reason}`, { found: short.found ?? '', needed: short.needed ?? '' })}</p>}
      {measured !== null && (
        <>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{t('coaching.who')}</th>
                <th scope="col">{t('coaching.before')}</th>
                <th scope="col">{t('coaching.after')}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{name}</th>
                <td data-label={t('coaching.before')}><Rate proportion={measured.coached.before} polarity={polarity} /></td>
                <td data-label={t('coaching.after')}><Rate proportion={measured.coached.after} polarity={polarity} /></td>
              </tr>
              <tr>
                <th scope="row">{t('coaching.peersRow', { count: measured.peers.agents })}</th>
                {measured.peers.flagged === null ? (
                  <td colSpan={2} className="no-figure">{t('coaching.peersHidden')}</td>
                ) : (
                  <>
                    <td data-label={t('coaching.before')}><Rate proportion={measured.peers.flagged.before} polarity={polarity} /></td>
                    <td data-label={t('coaching.after')}><Rate proportion={measured.peers.flagged.after} polarity={polarity} /></td>
                  </>
                )}
              </tr>
            </tbody>
          </table>
          <p>
            {t('coaching.estimate', {
              points: format.points(measured.estimate, true), level: format.level(measured.interval.level), low: format.points(measured.interval.low, true), high: format.points(measured.interval.high, true),
            })}
          </p>
          {measured.regressionToMean.warns && <p className="doubt">{t('coaching.regression', { points: format.points(measured.regressionToMean.expected, true) })}</p>}
          {measured.undecided.coached + (measured.undecided.peers ?? 0) > 0 && <p className="note">{t('coaching.undecided', { count: measured.undecided.coached + (measured.undecided.peers ?? 0) })}</p>}
        </>
      )}
    </li>
  );
}
