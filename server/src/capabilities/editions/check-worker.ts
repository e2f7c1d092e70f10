import { type MessagePort, parentPort } from 'node:worker_threads';
import { checkTexts, type EditionTexts } from './check-texts.ts';

// Run by check.ts as a worker: takes the texts of an edition, returns what is found of them.

const port = parentPort as MessagePort;
port.on('message', (texts: EditionTexts) => port.postMessage(checkTexts(texts)));
