import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import type { AgreementFigures, Calibration } from './calibration-queries.js';

/** How far reviewers agree, over all and per rule, beside how often they confirm. */
export function AgreementTable({ calibration: { agreement } }: { calibration: Calibration }) {
  const { t } = useTranslation();
  if (agreement === null) return null;
  return (
    <section aria-labelledby="accord">
      <h2 id="accord">{t('calibration.agreement')}</h2>
      <p className="note">{t('calibration.agreementNote')}</p>
      <table className="agreement">
        <thead>
          <tr>
            <th scope="col">{t('calibration.rule')}</th>
            <th scope="col" className="number">{t('calibration.compared')}</th>
            <th scope="col" className="number">{t('calibration.confirmed')}</th>
            <th scope="col" className="number">{t('calibration.same')}</th>
            <th scope="col">{t('calibration.alpha')}</th>
            <th scope="col">{t('calibration.ac1')}</th>
          </tr>
        </thead>
        <tbody>
          <Figures name={t('calibration.everyRule')} figures={agreement.overall} />
          {agreement.rules.map(({ ruleId, ...figures }) => (
            <Figures key={ruleId} name={ruleId} figures={figures} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Figures({ name, figures: { compared, findings, judgements, confirmed, observed, alpha, ac1 } }: { name: string; figures: AgreementFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{t('calibration.of', { count: format.count(compared), of: format.count(findings) })}</td>
      <td className="number">
        {confirmed === null ? '—' : format.share(confirmed)}
        <span className="under">{t('calibration.ofJudgements', { count: judgements })}</span>
      </td>
      <td className="number">{observed === null ? '—' : format.share(observed)}</td>
      <td>{coefficient(alpha)}</td>
      <td>{coefficient(ac1)}</td>
    </tr>
  );

  function coefficient(found: AgreementFigures['ac1']) {
    if (found === null) return t('calibration.notEnough');
    return (
      <>
        {format.coefficient(found.value)}
        <span className="under">
          {found.interval === null ? t('calibration.notEnough') : t('calibration.interval', { low: format.coefficient(found.interval.low), high: format.coefficient(found.interval.high), level: format.share(found.interval.level) })}
        </span>
      </>
    );
  }
}
