/** How offices shorten what titles spell out, as search keys. */
const SPELLED: Readonly<Record<string, string>> = {
  cbccvc: 'can bo cong chuc vien chuc',
  cchc: 'cai cach hanh chinh',
  cds: 'chuyen doi so',
  cntt: 'cong nghe thong tin',
  dvc: 'dich vu cong',
  dvctt: 'dich vu cong truc tuyen',
  'kt xh': 'kinh te xa hoi',
  qlnn: 'quan ly nha nuoc',
  qppl: 'quy pham phap luat',
  tthc: 'thu tuc hanh chinh',
  ubnd: 'uy ban nhan dan',
  vbqppl: 'van ban quy pham phap luat',
};

const ANY = new RegExp(`(?<=^| )(?:${Object.keys(SPELLED).join('|')})(?= |$)`, 'g');

/**
 * A search key as it was typed, and with its abbreviations spelled out where it has any.
 * @example keysOf('kiem soat tthc') // ['kiem soat tthc', 'kiem soat thu tuc hanh chinh']
 */
export const keysOf = (key: string): readonly string[] => [...new Set([key, key.replace(ANY, (short) => SPELLED[short] ?? short)])];
