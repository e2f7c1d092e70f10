import { invitation } from '@parindex/core/contracts/schemas/index';
import { WrongUse } from './terminal.ts';

/** The person that a verb's options name; what is missing or wrong is told. */
export function namedIn(
  { email, name }: { readonly email: string | undefined; readonly name: string | undefined },
  missing: string,
  wrong: (option: string) => string,
): { readonly email: string; readonly name: string } {
  if (email === undefined || name === undefined) throw new WrongUse(missing);
  const asked = invitation.pick({ email: true, name: true }).safeParse({ email, name: name.normalize('NFC') });
  if (!asked.success) throw new WrongUse(asked.error.issues.map(({ path }) => wrong(String(path[0]))).join('\n'));
  return asked.data;
}
