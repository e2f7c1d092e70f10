import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';

/** The parts of a page, each with an address of its own; the open one is marked. */
export const PageTabs = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav className="page-tabs screen-only" aria-label={label}>
    {children}
  </nav>
);

interface TabProps {
  readonly label: ReactNode;
  /** How many wait behind it; nothing for none. */
  readonly count?: ReactNode;
}

type Rest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'children'> & TabProps & { ref?: Ref<HTMLAnchorElement> };

/** One of them. The router marks the one that is open by `aria-current`. */
export const PageTab = createLink(({ label, count, ...rest }: Rest) => (
  <a {...rest} className="page-tab">
    {label}
    {count === undefined ? null : <span className="page-tab-count">{count}</span>}
  </a>
));
