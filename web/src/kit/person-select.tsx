import { findPeople } from '../capabilities/accounts/queries/people.ts';
import { SearchSelect, type SearchSelectProps } from './search-select.tsx';

/** A person among those that one may see, by name or email. */
export function PersonSelect({ without, ...props }: SearchSelectProps & { without?: string }) {
  return (
    <SearchSelect
      {...props}
      of="people"
      find={async (search, signal) => {
        const { items } = await findPeople(search, signal);
        return items.filter(({ id }) => id !== without).map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }));
      }}
    />
  );
}
