import { useEffect, useState } from 'react';

/** For what opens over the page: when it goes, back to where one came from, unless what was done in it has taken the focus. */
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
