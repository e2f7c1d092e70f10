const owners = new WeakMap<ArrayBufferLike, Uint8Array[]>();

/**
 * Memory for `bytes` that comes back to `idle` when it was written, and is taken from there before new is asked for. Large pieces
 * that are left to the garbage collector instead cost more processor than all else that is done for an upload.
 */
export function takeBuffer(idle: Uint8Array[], bytes: number): Uint8Array {
  const memory = idle.pop() ?? new Uint8Array(bytes);
  owners.set(memory.buffer, idle);
  return memory;
}

/** Gives back what was lent, at most once; for any other memory nothing happens. The piece may not be read any more. */
export function returnBuffer(piece: Uint8Array): void {
  const owner = owners.get(piece.buffer);
  owners.delete(piece.buffer);
  owner?.push(new Uint8Array(piece.buffer));
}
