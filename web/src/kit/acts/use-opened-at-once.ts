import { type RefObject, useEffect, useRef, useState } from 'react';

interface OpenedAtOnce {
  /** For the button, which took the place of the one that was pressed. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
}

/** Opens what has come because somebody wanted it open; its button has the focus before, so that it gets it back. */
export function useOpenedAtOnce(): OpenedAtOnce {
  const button = useRef<HTMLButtonElement>(null);
  const [opened, onChange] = useState(false);
  useEffect(() => {
    button.current?.focus({ preventScroll: true });
    onChange(true);
  }, []);
  return { button, opened, onChange };
}
