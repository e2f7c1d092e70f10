const owners = new WeakMap<ArrayBufferLike, Uint8Array[]>();

/**
 * A buffer of `bytes`, reused from `idle` if possible and returned there after writing. Leaving large buffers to the
 * garbage collector costs more processor time than everything else in an upload.
 */
export function takeBuffer(idle: Uint8Array[], bytes: number): Uint8Array {
  const memory = idle.pop() ?? new Uint8Array(bytes);
  owners.set(memory.buffer, idle);
  return memory;
}

/** Returns a buffer, at most once; for other memory this does nothing. The piece may not be read afterwards. */
export function returnBuffer(piece: Uint8Array): void {
  const owner = owners.get(piece.buffer);
  owners.delete(piece.buffer);
  owner?.push(new Uint8Array(piece.buffer));
}
