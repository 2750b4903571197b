import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

const KEYS = [
  { keys: ['j', '→'], does: 'next' },
  { keys: ['k', '←'], does: 'previous' },
  { keys: ['c'], does: 'confirm' },
  { keys: ['e'], does: 'dismiss' },
  { keys: ['r'], does: 'withdraw' },
  { keys: ['m'], does: 'missing' },
  { keys: ['n'], does: 'nextItem' },
  { keys: ['f'], does: 'nothingElse' },
  { keys: ['Esc', 'Backspace'], does: 'back' },
  { keys: ['j', 'k'], does: 'rows' },
  { keys: ['?'], does: 'help' },
] as const;

export function KeyHelp({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="aide" onClose={close}>
      <h2 id="aide">{t('keys.title')}</h2>
      <dl>
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key, i) => (
                <span key={key}>
                  {i > 0 && <span className="or"> {t('keys.or')} </span>}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{t(`keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button">
          {t('keys.close')}
        </button>
      </form>
    </dialog>
  );
}
