/** The mails that an application under test has sent. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestApp } from './app.ts';

export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The first in it. */
  readonly link: URL;
}

/** Oldest first, once every job is done. */
export async function mailsTo(app: TestApp, email: string): Promise<ReadMail[]> {
  await app.jobsDone();
  const names = await readdir(app.settings.outboxDirectory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const mails = await Promise.all(names.filter((name) => name.endsWith('.txt')).map(async (name) => {
    const path = join(app.settings.outboxDirectory, name);
    return { ...readMail(await readFile(path, 'utf8')), writtenAt: (await stat(path)).mtimeMs };
  }));
  // By the time of writing, since the clock that names the files stands still in tests.
  mails.sort((one, other) => one.writtenAt - other.writtenAt);
  return mails.filter(({ to }) => to === email).map(({ writtenAt: _, ...mail }) => mail);
}

function readMail(file: string): ReadMail {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(file)?.[1] ?? '';
  const text = file.slice(file.indexOf('\n\n') + 2);
  return { to: field('To'), subject: field('Subject'), text, link: new URL(/https?:\S+/.exec(text)?.[0] ?? 'about:blank') };
}

/** The token in the last mail to somebody that leads to this page. */
export async function tokenFor(app: TestApp, email: string, page: 'verify-email' | 'reset-password' | 'sign-up'): Promise<string> {
  const mail = (await mailsTo(app, email)).findLast(({ link }) => link.pathname === `/${page}`);
  return mail?.link.searchParams.get(page === 'sign-up' ? 'invitation' : 'token') ?? '';
}
