/** The door of a process that answers requests and leaves the jobs to workers: `node server/src/api.ts`. */
import { openDoor } from './door.ts';

await openDoor('api');
