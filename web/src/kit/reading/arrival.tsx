import { Box } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

/** Content that appears after an act takes the focus; again whenever `of` changes. */
export function Arrival({ of, children }: { of?: unknown; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [of]);
  return (
    <Box ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      {children}
    </Box>
  );
}
