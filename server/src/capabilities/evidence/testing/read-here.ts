import { readAnswer } from '../../../file-inspection/answer.ts';
import { inspect } from '../../../file-inspection/inspect.ts';
import { inspectFile } from '../../../file-inspection/inspect-file.ts';
import type { Inspection } from '../../../file-inspection/inspection.ts';
import { jsonPrinted } from '../../../file-inspection/run-apart.ts';
import { readSignatures } from '../../../signatures/read-signatures.ts';
import { NO_TRUST, readTrust } from '../../../signatures/trust.ts';
import type { FileReading } from '../work.ts';

/** The same code in the test's own process, for stories about something else; its answers go the same way. Pictures are unpacked apart alone. */
export const READ_HERE: FileReading = {
  async inspect(path, name) {
    const found = await inspectFile(path, name);
    return 'image' in found ? inspect(path, name) : (readAnswer(JSON.stringify({ inspection: found })) as Inspection);
  },
  async readSignatures(path, trustFolder, now) {
    const { trust } = trustFolder === undefined ? { trust: NO_TRUST } : await readTrust(trustFolder);
    return jsonPrinted(JSON.stringify(await readSignatures(path, trust, now))) as Awaited<ReturnType<FileReading['readSignatures']>>;
  },
};
