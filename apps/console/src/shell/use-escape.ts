import { type RefObject, useEffect } from 'react';

/** Escape leaves the form, not the page. */
export function useEscape(form: RefObject<HTMLFormElement | null>, leave: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      leave();
    };
    const own = form.current;
    own?.addEventListener('keydown', press);
    return () => own?.removeEventListener('keydown', press);
  }, [form, leave]);
}
