import { useTranslation } from 'react-i18next';

/** Up, down and away, for something in a list. */
export function Moves({ first, last, move, remove, name }: { first: boolean; last: boolean; move: (by: -1 | 1) => void; remove: () => void; name: string }) {
  const { t } = useTranslation();
  return (
    <p className="moves">
      <button type="button" className="quiet" disabled={first} aria-label={t('scorecard.up', { name })} onClick={() => move(-1)}>
        ↑
      </button>
      <button type="button" className="quiet" disabled={last} aria-label={t('scorecard.down', { name })} onClick={() => move(1)}>
        ↓
      </button>
      <button type="button" className="quiet" aria-label={t('scorecard.remove', { name })} onClick={remove}>
        ✕
      </button>
    </p>
  );
}
