import { type RefObject, useEffect } from 'react';

/** Calls when the reader points at, or moves on to, something outside of a part of the page. */
export function useElsewhere(part: RefObject<HTMLElement | null>, act: () => void): void {
  useEffect(() => {
    const notice = ({ target }: PointerEvent | FocusEvent): void => {
      if (target instanceof Node && !part.current?.contains(target)) act();
    };
    document.addEventListener('pointerdown', notice);
    document.addEventListener('focusin', notice);
    return () => {
      document.removeEventListener('pointerdown', notice);
      document.removeEventListener('focusin', notice);
    };
  }, [part, act]);
}
