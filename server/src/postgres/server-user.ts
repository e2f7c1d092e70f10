import { chownSync } from 'node:fs';

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

// The number of `nobody` nearly everywhere; a name for it in /etc/passwd is not needed.
const NOBODY: ServerUser = { uid: 65534, gid: 65534 };

/** Whether this process is root, as which PostgreSQL refuses to run. */
export const isRoot = (): boolean => process.geteuid?.() === 0;

/** The user that PostgreSQL runs as when it cannot be the user of this process. */
export const serverUser = (): ServerUser | undefined => (isRoot() ? NOBODY : undefined);

/** Gives a file or folder to the user that PostgreSQL runs as. */
export function giveToServer(path: string): void {
  const user = serverUser();
  if (user) chownSync(path, user.uid, user.gid);
}
