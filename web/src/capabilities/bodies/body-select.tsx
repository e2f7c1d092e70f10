import { SearchSelect, type SearchSelectProps } from '../../kit/fields/search-select.tsx';
import { findBodies } from './queries/bodies.ts';

interface BodySelectProps extends SearchSelectProps {
  readonly on?: string | undefined;
  /** Ids that are not offered. */
  readonly without?: readonly string[];
}

/** Chooses a body by any name it ever had; several of the same name are distinguished by their codes. */
export function BodySelect({ on, without = [], ...props }: BodySelectProps) {
  return (
    <SearchSelect
      {...props}
      of={`bodies ${on ?? ''}`}
      without={without}
      find={async (search, signal) => {
        const { items } = await findBodies({ search: search || undefined, on }, signal);
        return items.filter(({ exists }) => exists).map(({ id, name }) => ({ value: id, label: name.full }));
      }}
    />
  );
}
