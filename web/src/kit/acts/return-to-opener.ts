import { useEffect, useState } from 'react';

/** For overlays: closing returns the focus to where it was, unless the overlay's act has moved it. */
export function useReturnToOpener(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
      });
    },
    [opener],
  );
}
