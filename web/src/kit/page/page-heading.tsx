import { Title, type TitleProps } from '@mantine/core';
import { useEffect, useRef } from 'react';

/** The page title, also the window's; it takes the focus so that a screen reader announces the page. */
export function PageHeading({ title, size }: { title: string; size: NonNullable<TitleProps['size']> }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ParIndex`;
    // Not if the address names a place further down, or a field already has the focus.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <Title order={1} size={size} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
      {title}
    </Title>
  );
}
