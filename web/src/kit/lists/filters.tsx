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
export function Filters(props: FiltersProps) {
  const phone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  return phone ? <Folded {...props} /> : <Open {...props} />;
}

const Open = ({ label, className, children }: FiltersProps) => (
  <section aria-label={label} className={`${className} screen-only`}>
    {children}
  </section>
);

function Folded(props: FiltersProps) {
  const [open] = useState(props.chosen);
  return (
    <details className="filters screen-only" open={open}>
      <summary>{props.label}</summary>
      <Open {...props} />
    </details>
  );
}
