import type { z } from 'zod';
import type { RunningJob } from '../jobs/define-job.ts';
import type { deleteFilesData } from './files.ts';
import type { Storage } from './storage.ts';

export async function handle({ data }: RunningJob<z.output<typeof deleteFilesData>>, { storage }: { readonly storage: Storage }): Promise<void> {
  for (const prefix of data.prefixes) {
    // A job of one organisation reaches no other's files, whatever its data says.
    if (!prefix.startsWith(`org/${data.organisationId}/`)) throw new TypeError('The files belong to another organisation');
    await storage.deleteAll(prefix);
  }
}
