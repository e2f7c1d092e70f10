/** RFC 5321: the most that an address and what stands before its @ may have. */
const LONGEST = 254;
const LONGEST_LOCAL = 64;
const LOCAL = /^[a-z0-9_%+'-]+(?:\.[a-z0-9_%+'-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** An e-mail address in lower case; undefined where it is none that a program would send to. Whether the box is there, only a letter tells. */
export function readMailAddress(text: string): string | undefined {
  const mail = text.trim().toLowerCase();
  const at = mail.lastIndexOf('@');
  const [local, domain] = [mail.slice(0, Math.max(at, 0)), mail.slice(at + 1)];
  return mail.length <= LONGEST && local.length <= LONGEST_LOCAL && LOCAL.test(local) && DOMAIN.test(domain) ? mail : undefined;
}

/** Where dots within the name make no other box (Gmail Help, "Dots don't matter in Gmail addresses"). */
const WITHOUT_DOTS = ['gmail.com', 'googlemail.com'];

/** The box behind an address, so that one person is not listed by several of its spellings: what follows a plus makes no other box (RFC 5233). */
export function mailboxOf(mail: string): string {
  const at = mail.lastIndexOf('@');
  const [local = ''] = mail.slice(0, at).split(/(?<=.)\+/);
  const domain = mail.slice(at + 1);
  return `${WITHOUT_DOTS.includes(domain) ? local.replaceAll('.', '') : local}@${domain}`;
}
