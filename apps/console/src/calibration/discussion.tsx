import { useTranslation } from 'react-i18next';
import { Empty } from '../states/states.js';
import { BlindWords } from './blind-words.js';
import { type Calibration, type CalibrationItem, nameIn } from './calibration-queries.js';
import { Remarks } from './remarks.js';
import { ResolutionForm } from './resolution-form.js';

/** Where reviewers differ: who said what, what they say of it now, and what they agree on. */
export function Discussion({ calibration, items }: { calibration: Calibration; items: readonly CalibrationItem[] }) {
  const { t } = useTranslation();
  const differing = items.filter(({ judgements }) => new Set(judgements?.map(({ verdict }) => verdict)).size > 1);
  return (
    <section aria-labelledby="ecarts">
      <h2 id="ecarts">{t('calibration.differences', { count: differing.length })}</h2>
      {differing.length === 0 && <Empty title={t('calibration.noDifference')} detail={t('calibration.noDifferenceDetail')} />}
      <ol className="differences">
        {differing.map((item) => (
          <li key={item.findingId}>
            <BlindWords item={item} />
            <ul className="said">
              {item.judgements?.map(({ by, verdict, reason, note }) => (
                <li key={by}>
                  <strong>{nameIn(calibration, by)}</strong> : {t(`status.${verdict}`)}
                  {reason !== null && ` — ${t(`review.reason.${reason}`)}`}
                  {note !== null && <q>{note}</q>}
                </li>
              ))}
            </ul>
            <Remarks calibration={calibration} item={item} />
            <ResolutionForm calibration={calibration} item={item} />
          </li>
        ))}
      </ol>
    </section>
  );
}
