import { inspectFile, inspectImageFile } from './inspect-file.ts';
import type { ImageKind } from './inspect-image.ts';
import type { Inspection } from './inspection.ts';
import { FileRefused } from './refused.ts';

// Run by inspect.ts, locked down: node inspecting-process.ts FILE NAME [IMAGE KIND]. Writes one line of JSON, see answer.ts.
const [path = '', name = '', image] = process.argv.slice(2);

const inBase64 = (found: Inspection) => ({ inspection: { ...found, preview: found.preview && Buffer.from(found.preview).toString('base64') } });

async function answer(): Promise<object> {
  try {
    const found = image ? await inspectImageFile(path, name, image as ImageKind) : await inspectFile(path, name);
    return 'image' in found ? found : inBase64(found);
  } catch (error) {
    // Other errors end the process and count as a crash.
    if (error instanceof FileRefused) return { refused: { code: error.code, details: error.details } };
    throw error;
  }
}

process.stdout.write(JSON.stringify(await answer()), () => process.exit(0));
