import { readSignatures } from './read-signatures.ts';
import { NO_TRUST, readTrust } from './trust.ts';

// Run by read-apart.ts, locked down: node reading-process.ts FILE MOMENT [TRUST FOLDER]. Says one line of JSON.
const [file = '', now = '', folder] = process.argv.slice(2);
const { trust } = folder === undefined ? { trust: NO_TRUST } : await readTrust(folder);
process.stdout.write(JSON.stringify(await readSignatures(file, trust, new Date(now))), () => process.exit(0));
