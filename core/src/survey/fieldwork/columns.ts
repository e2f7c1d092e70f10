import { searchKey } from '../../text/search-key.ts';
import { ROLE_NAMES } from '../../words/roles.ts';
import { type Names, named, texts } from '../../words/texts.ts';

/** What a list of addresses says of each. */
export const ADDRESS_COLUMNS = ['cluster', 'clusterName', 'household', 'address', 'reserve', 'interviewer'] as const;
export type AddressColumn = (typeof ADDRESS_COLUMNS)[number];

/** How the columns of a list of addresses are headed. */
export const ADDRESS_COLUMN_NAMES = texts<Names<AddressColumn>>({
  cluster: { vi: 'Mã thôn, tổ dân phố', en: 'Village code' },
  clusterName: { vi: 'Thôn, tổ dân phố', en: 'Village' },
  household: { vi: 'Hộ', en: 'Household' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  reserve: { vi: 'Dự phòng', en: 'Reserve' },
  interviewer: named(ROLE_NAMES, 'interviewer'),
});

/** Columns without which nobody finds the way. */
export const NEEDED_COLUMNS: readonly AddressColumn[] = ['cluster', 'clusterName', 'household', 'interviewer'];

const BY_KEY = new Map(
  ADDRESS_COLUMNS.flatMap((column) => [ADDRESS_COLUMN_NAMES.vi[column], ADDRESS_COLUMN_NAMES.en[column]].map((head) => [searchKey(head), column] as const)),
);

/** The column that a head names, in any case and with or without marks; undefined where it is none. */
export const addressColumnOf = (head: string): AddressColumn | undefined => BY_KEY.get(searchKey(head.replace(/\([^()]*\)/g, ' ')));
