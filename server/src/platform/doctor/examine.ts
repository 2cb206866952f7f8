/** Everything that `cairn doctor` looks at, in the order in which it is told. */
import { repositoryRoot, type Settings } from '../settings.ts';
import { lookAtDatabase } from './database.ts';
import type { Finding } from './finding.ts';
import { lookAtDataFolder, lookAtDisk, lookAtMail, lookAtNode, lookAtPages, lookAtPort, lookAtStorage } from './machine.ts';

export async function examine(settings: Settings): Promise<Finding[]> {
  return [
    lookAtNode(process.versions.node),
    lookAtDataFolder(settings, process.getuid?.()),
    await lookAtDisk(settings),
    await lookAtStorage(settings),
    ...(await lookAtDatabase(settings)),
    lookAtPages(repositoryRoot),
    await lookAtPort(settings),
    await lookAtMail(settings),
  ];
}
