/** The door of a process that works on jobs alone: `node server/src/worker.ts`. */
import { openDoor } from './door.ts';

await openDoor('worker');
