import { Box } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

/** A part of a page that links lead to by its hash: what stands above it loads too, so it is gone to once it is there itself. */
export function SoughtPlace({ hash, ready, children }: { hash: string; ready: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const sought = useLocation({ select: (location) => location.hash }) === hash;
  useEffect(() => {
    if (!sought || !ready) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView();
  }, [sought, ready]);
  return (
    <Box ref={place} tabIndex={-1} style={{ outline: 'none', scrollMarginTop: '5rem' }}>
      {children}
    </Box>
  );
}
