/**
 * Mail goes to the SMTP server of the settings, or into a folder where it can be read. Sending is slow and fails, so
 * it is done by jobs: the feature's job makes the text, and any token in it, when it runs, and nothing of it is queued.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Mail {
  send(letter: Letter): Promise<void>;
  /** Erases the letters to an address that lie in the folder; what a mail server was given is beyond reach. */
  forget(address: string): Promise<void>;
  close(): void;
}

export interface MailSettings {
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly outboxDirectory: string;
}

export function createMail(settings: MailSettings, now: () => number): Mail {
  return settings.smtpUrl === undefined ? outbox(settings, now) : smtp(settings.smtpUrl, settings.mailFrom);
}

const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 };

function smtp(url: string, from: string): Mail {
  let opened: Promise<{ sendMail(letter: object): Promise<unknown>; close(): void }> | undefined;
  const transport = async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({ url, pool: true, maxConnections: 2, disableFileAccess: true, disableUrlAccess: true, ...timeouts }, { from });
  };
  return {
    async send(letter) {
      const { sendMail } = bound(await (opened ??= transport()));
      await sendMail(letter);
    },
    forget: () => Promise.resolve(),
    close: () => void opened?.then((transporter) => transporter.close()),
  };
}

function bound<T extends { sendMail(letter: object): Promise<unknown> }>(transporter: T): { sendMail(letter: object): Promise<unknown> } {
  return { sendMail: (letter) => transporter.sendMail(letter) };
}

/** One letter is two files: the mail as it would be sent, and its text to read. Names sort by time. */
function outbox({ mailFrom, outboxDirectory }: MailSettings, now: () => number): Mail {
  return {
    async send(letter) {
      const { createTransport } = await import('nodemailer');
      const compose = createTransport({ streamTransport: true, buffer: true, newline: 'unix', disableFileAccess: true, disableUrlAccess: true }, { from: mailFrom });
      const date = new Date(now());
      const { message } = await compose.sendMail({ ...letter, date });
      await mkdir(outboxDirectory, { recursive: true, mode: 0o700 });
      const name = `${date.toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`;
      await place(join(outboxDirectory, `${name}.eml`), message as Buffer);
      await place(join(outboxDirectory, `${name}.txt`), `To: ${letter.to}\nSubject: ${letter.subject}\nDate: ${date.toISOString()}\n\n${letter.text}\n`);
    },
    async forget(address) {
      for (const name of await readdir(outboxDirectory).catch(noFolder)) {
        if (!name.endsWith('.txt')) continue;
        const path = join(outboxDirectory, name);
        const [to] = (await readFile(path, 'utf8').catch(goneMeanwhile)).split('\n', 1);
        if (to?.toLowerCase() !== `to: ${address.toLowerCase()}`) continue;
        await rm(path.replace(/\.txt$/, '.eml'), { force: true });
        await rm(path, { force: true });
      }
    },
    close: () => undefined,
  };
}

function noFolder(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

function goneMeanwhile(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}

/** Whoever watches the folder never sees half a mail. */
async function place(path: string, content: string | Buffer): Promise<void> {
  await writeFile(`${path}.part`, content, { mode: 0o600, flag: 'wx' });
  await rename(`${path}.part`, path);
}
