import type { ReactNode } from 'react';
import { PageHeading } from './page-heading.tsx';
import { Trail } from './trail.tsx';

interface PageProps {
  readonly title: string;
  /** The pages above this one, as links, from the outermost. */
  readonly path?: readonly ReactNode[];
  /** One sentence on what the page is for. */
  readonly lead?: ReactNode;
  /** One main act at most; others are quiet. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the workspace. */
export function Page({ title, path = [], lead, actions, children }: PageProps) {
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-title">
          <Trail path={path} />
          <PageHeading title={title} size="h2" />
          {lead === undefined ? null : <div className="page-lead">{lead}</div>}
        </div>
        {actions === undefined ? null : <div className="toolbar screen-only">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
