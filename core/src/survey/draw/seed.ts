/** What can be wrong with a seed. */
export const SEED_FAULT_CODES = ['seedEmpty', 'seedTooLong', 'seedNotNfc', 'seedControl', 'seedPadded'] as const;
export type SeedFaultCode = (typeof SEED_FAULT_CODES)[number];

/** In characters as Unicode counts them. */
export const LONGEST_SEED = 200;

/** What is wrong with a seed, so that what is read out in public and typed in again elsewhere is the very same text; undefined: nothing. */
export function seedFault(seed: string): SeedFaultCode | undefined {
  if (seed.trim() === '') return 'seedEmpty';
  if (seed.trim() !== seed) return 'seedPadded';
  if ([...seed].length > LONGEST_SEED) return 'seedTooLong';
  if (/[\p{Cc}\p{Cf}]/u.test(seed)) return 'seedControl';
  return seed.isWellFormed() && seed.normalize('NFC') === seed ? undefined : 'seedNotNfc';
}
