import { SearchSelect, type SearchSelectProps } from '../../../kit/fields/search-select.tsx';
import { findPeople } from '../queries/people.ts';

/** Chooses among the people that the user may see, by name or email. */
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
