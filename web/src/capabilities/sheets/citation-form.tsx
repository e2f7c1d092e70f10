import { later } from '../../kit/reading/later.tsx';

/** The choice of a document and of the place in it: what searches and draws it comes with the first that opens. */
export const CitationForm = later(async () => (await import('./citation-form-opened.tsx')).CitationFormOpened, { withoutLine: true });
