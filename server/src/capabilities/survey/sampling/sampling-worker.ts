import { type MessagePort, parentPort } from 'node:worker_threads';
import { type DrawWord, drawOf, type FrameWord, frameOf, type TableWord, tableOf } from './sampling.ts';

// Run by sample-apart.ts as a worker: takes a file with its design, a frame with a seed, or a record; returns the frame, the record, or its table.

const answerTo = (word: FrameWord | DrawWord | TableWord) => ('seed' in word ? drawOf(word) : 'record' in word ? tableOf(word) : frameOf(word));

const port = parentPort as MessagePort;
port.on('message', async (word: FrameWord | DrawWord | TableWord) => port.postMessage(await answerTo(word)));
