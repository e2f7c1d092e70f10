import { Title, type TitleProps } from '@mantine/core';
import { useEffect, useRef } from 'react';

/** The title of a page: it is the window's too, and takes the focus so that a screen reader says where one is. */
export function PageHeading({ title, size }: { title: string; size: NonNullable<TitleProps['size']> }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ParIndex`;
    // Not where the address names a place further down, nor where a field has taken the focus already.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <Title order={1} size={size} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
      {title}
    </Title>
  );
}
