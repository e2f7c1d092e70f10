/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import '../style.css';
import { searchKey } from '@parindex/core/text/search-key';

// The pages are whole without this script; it lets tables be sorted and filtered, trees be opened at once, and a sentence be copied.

const collator = new Intl.Collator('vi');

function sortable(table: HTMLTableElement): void {
  const headers = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  headers.forEach((header, column) => {
    if (header.dataset['kind'] === undefined) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener('click', () => {
      const falls =
        header.getAttribute('aria-sort') === 'ascending' || (header.getAttribute('aria-sort') === null && header.dataset['kind'] === 'number' && column > 0);
      for (const other of headers) other.removeAttribute('aria-sort');
      header.setAttribute('aria-sort', falls ? 'descending' : 'ascending');
      sortRows(table, column, header.dataset['kind'] === 'number', falls);
    });
  });
}

function sortRows(table: HTMLTableElement, column: number, numeric: boolean, falls: boolean): void {
  const [body] = table.tBodies;
  if (!body) return;
  const keyOf = (row: HTMLTableRowElement) => {
    const cell = row.cells[column];
    return cell?.dataset['value'] ?? cell?.textContent?.trim() ?? '';
  };
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row) }));
  rows.sort((a, b) => {
    // What has no figure stays last, whichever way the rest is sorted.
    if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
    const order = numeric ? Number(a.key) - Number(b.key) : collator.compare(a.key, b.key);
    return falls ? -order : order;
  });
  body.append(...rows.map(({ row }) => row));
}

function filterable(filter: HTMLElement): void {
  const table = document.getElementById(filter.dataset['filter'] ?? '');
  const input = filter.querySelector('input');
  const output = filter.querySelector('output');
  if (!(table instanceof HTMLTableElement) || !input || !output) return;
  filter.hidden = false;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const apply = () => {
    const key = searchKey(input.value);
    // Whoever looks for a body finds it also where it has no figure.
    table.classList.toggle('is-filtered', key !== '');
    for (const row of rows) row.hidden = key !== '' && !(row.dataset['search'] ?? '').includes(key);
    output.textContent = (output.dataset['shown'] ?? '').replace('{n}', String(rows.filter((row) => row.checkVisibility()).length));
  };
  input.addEventListener('input', apply);
  for (const fold of document.querySelectorAll('details.fold')) fold.addEventListener('toggle', apply);
  apply();
}

function openable(button: HTMLButtonElement): void {
  const items = [...document.querySelectorAll<HTMLDetailsElement>('[data-tree] details.item')];
  const [open, close] = [button.textContent, button.dataset['closeText'] ?? ''];
  button.hidden = items.length < 2;
  button.addEventListener('click', () => {
    const opening = items.some((item) => !item.open);
    for (const item of items) item.open = opening;
    button.textContent = opening ? close : open;
  });
}

function copying(button: HTMLButtonElement): void {
  const text = document.getElementById(button.dataset['copy'] ?? '')?.textContent ?? '';
  // Plain HTTP on a local address has no clipboard.
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset['done'] ?? '';
  });
}

/** An address that points to a line of the tree opens it. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
}

document.querySelectorAll<HTMLTableElement>('table[data-sortable]').forEach(sortable);
document.querySelectorAll<HTMLElement>('[data-filter]').forEach(filterable);
document.querySelectorAll<HTMLButtonElement>('[data-open-all]').forEach(openable);
document.querySelectorAll<HTMLButtonElement>('[data-copy]').forEach(copying);
openTarget();
addEventListener('hashchange', openTarget);
