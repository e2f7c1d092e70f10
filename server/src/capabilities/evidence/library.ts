import type { Language } from '@parindex/core';
import type { documentAnswer } from '@parindex/core/contracts/schemas/index';
import { type Membership, tokenMayRead } from '@parindex/core/rights/index';
import { dayOf } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { readyEdition } from '../editions/ready.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';
import { findChangeable } from '../sheets/within-the-body.ts';
import { type HintsOf, readHints } from './hints.ts';
import { holdsPersonalData } from './personal-data.ts';
import { citedBy, presentDocument, type Reader } from './present.ts';
import { type DocumentRow, readCited } from './queries/documents.ts';
import { readerOf } from './readers.ts';

/** A library as one person reads it. */
export class LibraryView {
  readonly #cited: ReturnType<typeof citedBy>;
  readonly #saidWith: ReturnType<typeof citedBy>;
  /** Read once, when something is shown. */
  readonly #hints: () => Promise<HintsOf>;
  #hintsOf: Promise<HintsOf> | undefined;
  readonly reader: Reader;

  constructor(cited: ReturnType<typeof citedBy>, saidWith: ReturnType<typeof citedBy>, reader: Reader, hints: () => Promise<HintsOf>) {
    this.#cited = cited;
    this.#saidWith = saidWith;
    this.#hints = hints;
    this.reader = reader;
  }

  /** Where a document is cited. */
  citationsOf(document: string) {
    return this.#cited.get(document) ?? [];
  }

  /** Of which items something is said that cites a document: no part of the claim, and a reason to read it. */
  saidWith(document: string) {
    return this.#saidWith.get(document) ?? [];
  }

  /** All documents that the sheet cites. */
  citedDocuments(): string[] {
    return [...this.#cited.keys()];
  }

  /** Documents that an item or figure cites. */
  citedIn(kind: 'item' | 'figure', target: string): string[] {
    return [...this.#cited].filter(([, places]) => places.some((place) => place.kind === kind && place.target === target)).map(([document]) => document);
  }

  /** Whether this reader may not see the contents of versions with personal data. */
  withholdsPersonal(document: string): boolean {
    return !this.reader.seesPersonal([...this.citationsOf(document), ...this.saidWith(document)]);
  }

  /** Whether this reader may not see the contents of some version of it. */
  withholds(document: DocumentRow): boolean {
    return document.versions.some((version) => holdsPersonalData(document, version)) && this.withholdsPersonal(document.id);
  }

  async present(row: DocumentRow): Promise<z.output<typeof documentAnswer>> {
    this.#hintsOf ??= this.#hints();
    return presentDocument(row, this.reader, this.citationsOf(row.id), await this.#hintsOf, this.saidWith(row.id));
  }

  presentAll(rows: readonly DocumentRow[]): Promise<z.output<typeof documentAnswer>[]> {
    return Promise.all(rows.map((row) => this.present(row)));
  }

  /** For exports: without `personal`, personal data is withheld even from those who may see it. */
  presentFor(row: DocumentRow, personal: boolean): z.output<typeof documentAnswer> {
    const reader = personal ? this.reader : { ...this.reader, seesPersonal: () => false };
    return presentDocument(row, reader, this.citationsOf(row.id), () => [], this.saidWith(row.id));
  }
}

/** Who opens a library, when, and in which language. */
export interface Opening {
  readonly caller: { readonly memberships: readonly Membership[]; readonly byToken: boolean } | null;
  readonly receivedAt: Date;
  readonly language: Language;
}

/** Opens a library for somebody; `scans` says whether a scanner is configured. */
export async function viewLibrary(db: Reading, place: SheetPlace, { caller, receivedAt, language }: Opening, scans: boolean): Promise<LibraryView> {
  const edition = await readyEdition(db, place.edition, place.editionHash);
  const readsPersonal = caller !== null && (!caller.byToken || tokenMayRead('evidence.readPersonal'));
  const { cells, remarks } = await readCited(db, place.round, place.body);
  const reads = readerOf(readsPersonal ? caller.memberships : [], place, edition, scans);
  const reader = { ...reads, changes: await findChangeable(db, place, caller?.memberships ?? []) };
  return new LibraryView(citedBy(cells), citedBy(remarks), reader, () => readHints(db, place, dayOf(receivedAt.getTime()), language));
}
