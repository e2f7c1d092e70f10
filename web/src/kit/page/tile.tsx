import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import type { Tone } from './state-badge.tsx';

interface TileProps {
  readonly label: string;
  /** The figure, as it is read. */
  readonly value: ReactNode;
  /** What it is out of, or what it means. */
  readonly more?: ReactNode;
  readonly tone?: Tone;
}

const Content = ({ label, value, more }: TileProps) => (
  <>
    <span className="tile-label">{label}</span>
    <strong className="tile-value">{value}</strong>
    {more === undefined ? null : <span className="tile-more">{more}</span>}
  </>
);

/** Tiles beside each other, as many as fit. */
export const Tiles = ({ label, children }: { label: string; children: ReactNode }) => (
  <section className="tiles" aria-label={label}>
    {children}
  </section>
);

/** One figure that a reader looks for first. */
export const Tile = (props: TileProps) => (
  <div className="tile" data-tone={props.tone}>
    <Content {...props} />
  </div>
);

type Rest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'children'> & TileProps & { ref?: Ref<HTMLAnchorElement> };

/** The same, leading to what it counts. */
export const TileLink = createLink(({ label, value, more, tone, ...rest }: Rest) => (
  <a {...rest} className="tile" data-tone={tone}>
    <Content label={label} value={value} more={more} />
  </a>
));
