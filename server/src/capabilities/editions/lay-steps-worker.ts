import { type MessagePort, parentPort } from 'node:worker_threads';
import { laySteps, type StepsWord } from './lay-steps.ts';

// Run by lay-steps-apart.ts as a worker: takes steps and the texts of a draft, returns the texts after them, or why they cannot be laid.

const port = parentPort as MessagePort;
port.on('message', (word: StepsWord) => port.postMessage(laySteps(word)));
