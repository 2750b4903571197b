import { useEffect } from 'react';

/** `KeyboardEvent.key` → what it does. */
export type Keys = Readonly<Record<string, () => void>>;

const TYPING = 'input, select, textarea, [contenteditable="true"]';

/** Listens on the whole page; never while the reader types, holds a modifier, or a dialog is open. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      if (document.querySelector('dialog[open]')) return;
      const act = keys[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keys]);
}
