/** The document whose citation comes next, and takes the focus: it was brought here. */
let awaited: string | undefined;
export const awaitCitation = (document: string): void => {
  awaited = document;
};

/** Where the citation of a document stands in the open item. */
const lineOf = (document: string) => window.document.querySelector<HTMLElement>(`[data-cites="${CSS.escape(document)}"]`);

/** The focus goes to the citation of a document; false where none stands. */
export function focusOnCitation(document: string): boolean {
  const line = lineOf(document);
  (line?.querySelector<HTMLElement>('a') ?? line)?.focus();
  return line !== null;
}

/** A citation that was waited for has come: it takes the focus from where the file was chosen, and from nowhere else. */
export function arriveAtCitation(document: string): void {
  if (awaited !== document) return;
  awaited = undefined;
  const at = window.document.activeElement;
  if (at === null || at === window.document.body || at.matches('[data-takes-files]')) focusOnCitation(document);
}
