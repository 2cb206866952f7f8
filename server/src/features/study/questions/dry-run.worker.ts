import { parentPort, workerData } from 'node:worker_threads';
import { dryRun, type UnreadFile } from './dry-run.ts';

parentPort?.postMessage(dryRun(workerData as UnreadFile));
