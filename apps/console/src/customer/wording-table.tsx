import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../api/types.js';
import { useFormat } from '../format/use-format.js';

/** Sentences of displeasure and thanks before and after the agent's first words: counted, each with its denominator; none, no table. */
export function WordingTable({ wording }: Pick<TimelineEntry, 'wording'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { displeasedBefore, displeasedAfter, thanksBefore, thanksAfter, sentencesBefore, sentencesAfter } = wording;
  const rows = [
    { kind: 'displeased', before: displeasedBefore, after: displeasedAfter },
    { kind: 'thanks', before: thanksBefore, after: thanksAfter },
  ] as const;
  if (rows.every(({ before, after }) => before + after === 0)) return null;
  const share = (numerator: number, of: number): string =>
    of === 0 ? t('history.nothingSaid') : t('figures.outOf', { numerator: format.count(numerator), denominator: format.count(of) });
  return (
    <table className="wording">
      <caption>{t('history.wording')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('history.wordingOf')}</th>
          <th scope="col">{t('history.before')}</th>
          <th scope="col">{t('history.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, before, after }) => (
          <tr key={kind}>
            <th scope="row">{t(`history.saying.${kind}`)}</th>
            <td>{share(before, sentencesBefore)}</td>
            <td>{share(after, sentencesAfter)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
