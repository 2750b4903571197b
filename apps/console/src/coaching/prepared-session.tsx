import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';
import { rulebook } from '../api/queries.js';
import { Basis } from '../figures/basis.js';
import { Select } from '../filters/filter-bar.js';
import { Empty } from '../states/states.js';
import type { NewSession, Preparation } from './coaching-queries.js';
import { ProposalCard } from './proposal-card.js';
import { Trouble } from './trouble.js';
import { useSessionAct } from './use-session-act.js';

const MOST_RULES = 5;
const WINDOW = { min: 14, max: 90, usual: 28 } as const;
const toggled = (all: readonly string[], id: string): string[] => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id]);

/** What differs beyond chance, and the session that is made of what is chosen. */
export function PreparedSession({ prepared }: { prepared: Preparation }) {
  const { t } = useTranslation();
  const ids = useId();
  const navigate = useNavigate();
  const score = useQuery(rulebook).data;
  const [rules, setRules] = useState<readonly string[]>([]);
  const [agenda, setAgenda] = useState<readonly string[]>([]);
  const [windowDays, setWindowDays] = useState<number>(WINDOW.usual);
  // The same choices sent twice make one session. No secret: pages served without TLS have no crypto.randomUUID.
  // oxlint-disable-next-line react/exhaustive-deps -- other choices are another request
  const key = useMemo(() => `${Date.now()}-${Math.random()}`, [rules, agenda, windowDays]);
  const { mutate, isPending, trouble } = useSessionAct(
    (body: NewSession) => answer(api.POST('/v1/coaching-sessions', { body, params: { header: { 'Idempotency-Key': key } } })),
    ({ id }) => void navigate(`/coaching/${id}`),
  );
  const { agent, suppressed, proposals, examined, notEnough, observed, basis } = prepared;
  const choices = { rules, agenda, toggleRule: (id: string) => setRules(toggled(rules, id)), toggleExcerpt: (id: string) => setAgenda(toggled(agenda, id)) };
  const others = (score?.rules ?? []).filter(({ id }) => !rules.includes(id) && !observed.includes(id)).map(({ id }) => ({ value: id, label: id }));
  return (
    <>
      {suppressed !== null ? (
        <Empty title={t(suppressed === 'no-team' ? 'coaching.noTeam' : 'coaching.tooSmall')} detail={t(suppressed === 'no-team' ? 'coaching.noTeamDetail' : 'coaching.tooSmallDetail')} />
      ) : proposals.length === 0 ? (
        <Empty title={t('coaching.nothingOutside')} detail={t('coaching.nothingOutsideDetail')} />
      ) : (
        <ul className="proposals">
          {proposals.map((proposal) => (
            <ProposalCard key={proposal.ruleId} proposal={proposal} choices={choices} language={score?.language} />
          ))}
        </ul>
      )}
      {suppressed === null && (
        <p className="note">
          <Basis basis={basis} /> {t('coaching.examined', { count: examined })} {notEnough.length > 0 && t('coaching.notEnough', { rules: notEnough.join(', ') })}{' '}
          {observed.length > 0 && t('coaching.observed', { rules: observed.join(', ') })}
        </p>
      )}
      <section className="panel-box" aria-label={t('coaching.create')}>
        <p>{t('coaching.chosen', { count: rules.length })}</p>
        <ul className="chosen-rules">
          {rules.map((id) => (
            <li key={id}>
              <code className="rule-id">{id}</code>
              <button type="button" className="quiet" aria-label={t('coaching.drop', { rule: id })} onClick={() => choices.toggleRule(id)}>
                ×
              </button>
            </li>
          ))}
        </ul>
        <div className="filters">
          <Select label={t('coaching.addRule')} all={t('coaching.chooseNone')} value={undefined} choices={others} set={(id) => id !== '' && choices.toggleRule(id)} />
          <div className="field">
            <label htmlFor={`${ids}w`}>{t('coaching.window')}</label>
            <input id={`${ids}w`} type="number" min={WINDOW.min} max={WINDOW.max} value={windowDays} onChange={({ target }) => setWindowDays(target.valueAsNumber)} />
          </div>
          <button type="button" className="button" disabled={isPending || rules.length === 0 || rules.length > MOST_RULES} onClick={() => mutate({ agent: agent.ref, rules: [...rules], agenda: [...agenda], windowDays })}>
            {t('coaching.create')}
          </button>
        </div>
        <p className="note">{t('coaching.createHint')}</p>
        <Trouble text={trouble} />
      </section>
    </>
  );
}
