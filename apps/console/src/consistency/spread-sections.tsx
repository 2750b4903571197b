import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsistencyReport, ConsistencyRow } from '../api/types.js';
import { Basis } from '../figures/basis.js';
import type { ConsistencyFilter } from '../filters/filters.js';
import { CountedDays } from './counted-days.js';
import { SpreadRow } from './spread-row.js';
import { SpreadTable } from './spread-table.js';

interface Texts {
  readonly query: ConsistencyFilter;
  /** The rulebook's: its words are read out in it. */
  readonly language: string | undefined;
}

/** One table per commitment, its rules folded: in the rulebook's order, never by size of spread. */
export function SpreadSections({ report, ...texts }: { report: ConsistencyReport } & Texts) {
  const { t } = useTranslation();
  const commitments = [...new Set(report.rows.map(({ commitment }) => commitment))];
  return (
    <section aria-labelledby="ecarts">
      <div className="section-head">
        <h2 id="ecarts">{t('consistency.spread')}</h2>
        <Basis basis={report.basis} />
      </div>
      <p className="note">{t('consistency.spreadNote')}</p>
      <CountedDays report={report} />
      {commitments.map((id) => (
        <Commitment key={id} rows={report.rows.filter(({ commitment }) => commitment === id)} {...texts} />
      ))}
    </section>
  );
}

function Commitment({ rows, language, query }: { rows: readonly ConsistencyRow[] } & Texts) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [title, body] = [useId(), useId()];
  const own = rows.filter(({ subject }) => subject === 'commitment');
  const rules = rows.filter(({ subject }) => subject === 'rule');
  return (
    <div className="tune">
      <h3 id={title} lang={language}>
        {own[0]?.text ?? own[0]?.id}
      </h3>
      <SpreadTable labelledBy={title}>
        <tbody>
          {own.map((row) => (
            <SpreadRow key={row.polarity} row={row} query={query} language={language} />
          ))}
        </tbody>
        <tbody id={body} hidden={!open}>
          {open && rules.map((row) => <SpreadRow key={row.id} row={row} query={query} language={language} />)}
        </tbody>
      </SpreadTable>
      {rules.length > 0 && (
        <button type="button" className="quiet" aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)}>
          {open ? t('consistency.hideRules') : t('consistency.showRules', { count: rules.length })}
        </button>
      )}
    </div>
  );
}
