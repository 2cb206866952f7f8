import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const lookAgainMilliseconds = 100;
const patienceMilliseconds = 30_000;

/** The link in the mail to somebody that leads to `page`: Cairn leaves its mail in a folder when it has no mail server. */
export async function mailedLink(dataDirectory: string, to: string, page: string): Promise<string> {
  const outbox = join(dataDirectory, 'outbox');
  const deadline = performance.now() + patienceMilliseconds;
  while (performance.now() < deadline) {
    const letters = (existsSync(outbox) ? readdirSync(outbox) : []).filter((name) => name.endsWith('.txt')).sort().reverse();
    for (const name of letters) {
      const letter = readFileSync(join(outbox, name), 'utf8');
      const link = letter.match(/https?:\/\/\S+/g)?.find((one) => new URL(one).pathname === page);
      if (link !== undefined && letter.startsWith(`To: ${to}\n`)) return link;
    }
    await wait(lookAgainMilliseconds);
  }
  throw new Error(`No mail to ${to} with a link to ${page} in ${outbox}`);
}
