import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page on a card, under its own heading. */
export function Section({ title, lead, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id} tabIndex={-1}>
      <div className="card-head">
        <div className="page-title">
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {lead === undefined ? null : <div className="page-lead">{lead}</div>}
        </div>
        {actions === undefined ? null : <div className="toolbar">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
