import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';

const PHONE = '(max-width: 48em)';

interface FiltersProps {
  /** What this is, said by screen readers; on a phone the button that opens it. */
  readonly label: string;
  /** Whether something of it has been chosen when one comes: then it stands open. */
  readonly chosen: boolean;
  readonly className: string;
  readonly children: ReactNode;
}

/** What narrows and sorts a list: above it on a desk; on a phone the list comes first, and this opens above it. */
export function Filters({ label, chosen, className, children }: FiltersProps) {
  const phone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  const [open] = useState(chosen);
  const filters = (
    <section aria-label={label} className={`${className} screen-only`}>
      {children}
    </section>
  );
  return phone ? (
    <details className="filters screen-only" open={open}>
      <summary>{label}</summary>
      {filters}
    </details>
  ) : (
    filters
  );
}
