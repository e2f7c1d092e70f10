import { Inbox, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  readonly icon?: LucideIcon;
  /** What to do next. */
  readonly children?: ReactNode;
}

/** Nothing here yet: says so, and what to do next. */
export function Empty({ title, icon: Icon = Inbox, children }: EmptyProps) {
  return (
    <div className="card empty">
      <Icon size={32} strokeWidth={1.5} aria-hidden />
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
