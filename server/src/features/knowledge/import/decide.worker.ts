import { loadKnowledge } from '@cairn/knowledge';
import { parentPort, workerData } from 'node:worker_threads';
import { decide, type Undecided } from './decide.ts';

parentPort?.postMessage(decide(workerData as Undecided, loadKnowledge()));
