import { Box } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

/** Whether somebody has gone on to write in another part of the page. */
function isWritingElsewhere(place: HTMLElement): boolean {
  const at = document.activeElement;
  return at !== null && at.matches('input, textarea, select') && !(place.closest('section, [role="dialog"]') ?? document.body).contains(at);
}

/** Content that appears after an act takes the focus, unless somebody went on to another field meanwhile; again whenever `of` changes. */
export function Arrival({ of, children }: { of?: unknown; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current || isWritingElsewhere(place.current)) return;
    place.current.focus({ preventScroll: true });
    place.current.scrollIntoView({ block: 'nearest' });
  }, [of]);
  return (
    <Box ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      {children}
    </Box>
  );
}
