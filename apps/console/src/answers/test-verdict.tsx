import { useTranslation } from 'react-i18next';
import type { AnsweredSlot } from '../api/types.js';
import { Verdict } from '../consistency/verdict.js';

/** Whether groups differ beyond chance, and how many were compared. */
export function TestVerdict({ test: { verdict, groups }, of }: { test: AnsweredSlot['betweenAgents']; of: 'agents' | 'channels' }) {
  const { t } = useTranslation();
  return (
    <span className="spread">
      <Verdict verdict={verdict} />
      {groups > 0 && <span className="rate-interval">{t(`consistency.groups.${of}`, { count: groups })}</span>}
    </span>
  );
}
