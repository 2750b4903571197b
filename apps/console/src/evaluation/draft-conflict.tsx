import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Draft } from './use-draft.js';

interface Props extends Pick<Draft, 'keepMine' | 'takeTheirs'> {
  readonly conflict: NonNullable<Draft['conflict']>;
  readonly evaluation: string;
  readonly busy: boolean;
}

/** Another window wrote or handed in the same draft: what was typed here stands, and its writer says which of both is kept. */
export function DraftConflict({ conflict, evaluation, busy, keepMine, takeTheirs }: Props) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="doubt">
      <p>{t(`evaluation.conflict.${conflict}`)}</p>
      {conflict === 'submitted' ? (
        <Link to={`/evaluations/${evaluation}`}>{t('evaluation.readSubmitted')}</Link>
      ) : (
        <p className="review-choice">
          <button type="button" className="button" disabled={busy} onClick={keepMine}>
            {t('evaluation.keepMine')}
          </button>
          <button type="button" className="quiet" disabled={busy} onClick={takeTheirs}>
            {t('evaluation.takeTheirs')}
          </button>
        </p>
      )}
    </div>
  );
}
