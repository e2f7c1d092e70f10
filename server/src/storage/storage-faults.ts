abstract class StorageFault extends Error {
  constructor(vietnamese: string, english: string, cause?: unknown) {
    const details = cause instanceof Error ? `\n${cause.name}: ${cause.message}` : '';
    super(`${vietnamese}\n(${english})${details}`, { cause });
    this.name = new.target.name;
  }
}

/** There is no object of this key, or no upload of this id. */
export class NoSuchObject extends StorageFault {
  constructor(name: string) {
    super(`Kho tệp không có "${name}".`, `The store has no "${name}".`);
  }
}

/** Bytes of an upload are still missing. */
export class NotAllArrived extends StorageFault {
  constructor(id: string, bytes: number, of: number | undefined) {
    super(`Tệp tải lên ${id} chưa đủ: ${bytes} trên ${of ?? '?'} byte.`, `Upload ${id} is not whole: ${bytes} of ${of ?? '?'} bytes.`);
  }
}

/** Under a key that tells the content lies something of another size: one of both is damaged. */
export class DifferentObject extends StorageFault {
  constructor(key: string, there: number, given: number) {
    super(
      `Trong kho, "${key}" có ${there} byte, tệp mới có ${given} byte: một trong hai đã hỏng.`,
      `In the store "${key}" has ${there} bytes, the new file has ${given}: one of them is damaged.`,
    );
  }
}

/** Not the name of an object or of an upload, so nothing was touched. */
export class WrongKey extends StorageFault {
  constructor(name: string) {
    super(`${JSON.stringify(name)} không phải tên hợp lệ trong kho tệp.`, `${JSON.stringify(name)} is no name in the store.`);
  }
}

/** No room is left, or a quota is used up. */
export class StorageFull extends StorageFault {
  constructor(cause: unknown) {
    super('Kho tệp đã đầy.', 'The store is full.', cause);
  }
}

/** The store cannot be reached, or refuses to be read or written. */
export class StorageDown extends StorageFault {
  constructor(cause: unknown) {
    super('Hiện không dùng được kho tệp.', 'The store cannot be used now.', cause);
  }
}
