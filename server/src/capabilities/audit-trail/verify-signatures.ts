import { isSignedBy, type SignedBlock } from '../../audit/sign-block.ts';
import type { SealKey } from '../../keys/key-file.ts';
import type { FindingCode } from './findings.ts';

/** The blocks that one key signed rightly. */
export interface SignedByKey {
  readonly key: string;
  readonly first: number;
  readonly last: number;
  readonly blocks: number;
}

export interface Signatures {
  readonly keys: readonly SignedByKey[];
  /** Blocks of before the first key: nothing but their hashes holds them, and the signature of a later block. */
  readonly beforeSigning: number;
}

export interface BlockToCheck extends SignedBlock {
  readonly key: string | null;
  readonly signature: Buffer | null;
}

type Found = (code: FindingCode, told: { readonly block?: number; readonly numbers?: string; readonly key?: string }) => void;

interface Span {
  first: number;
  last: number;
  blocks: number;
}

const widen = (span: Span | undefined, block: number): Span => ({ first: span?.first ?? block, last: block, blocks: (span?.blocks ?? 0) + 1 });
/** Blocks as findings name them: "7", "3–9". */
export const numbersOf = ({ first, last }: Pick<Span, 'first' | 'last'>): string => (first === last ? String(first) : `${first}–${last}`);

/** Holds the signatures of blocks, as they come, against keys that the database does not hold. What it finds of many blocks it tells once. */
export class SignatureCheck {
  readonly #keys: readonly SealKey[];
  readonly #found: Found;
  readonly #right = new Map<string, Span>();
  readonly #unknown = new Map<string, Span>();
  #unsigned: Span | undefined;
  #beforeSigning = 0;
  #newest = '';

  /** `keys`: the newest last. */
  constructor(keys: readonly SealKey[], found: Found) {
    this.#keys = keys;
    this.#found = found;
  }

  block(block: BlockToCheck): void {
    const { number, key: id, signature } = block;
    if (id === null || signature === null) {
      if (this.#keys.some(({ after }) => number > after.number)) this.#unsigned = widen(this.#unsigned, number);
      else this.#beforeSigning += 1;
      return;
    }
    const key = this.#keys.find((known) => known.id === id);
    if (key === undefined) {
      this.#unknown.set(id, widen(this.#unknown.get(id), number));
      return;
    }
    if (!isSignedBy(key, block, signature)) {
      this.#found('signatureWrong', { block: number, key: id });
      return;
    }
    const replaced = id < this.#newest || this.#keys.some((other) => other.id > id && number > other.after.number);
    if (replaced) this.#found('keyReplaced', { block: number, key: id });
    if (id > this.#newest) this.#newest = id;
    this.#right.set(id, widen(this.#right.get(id), number));
  }

  end(): Signatures {
    if (this.#unsigned) this.#found('notSigned', { numbers: numbersOf(this.#unsigned) });
    for (const [key, span] of this.#unknown) this.#found('keyUnknown', { key, numbers: numbersOf(span) });
    return { keys: [...this.#right].map(([key, span]) => ({ key, ...span })), beforeSigning: this.#beforeSigning };
  }
}
