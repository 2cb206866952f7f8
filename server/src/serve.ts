/** The life of a serving process: from the settings to the address, and from Ctrl-C to a stopped database. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './app.ts';
import { openGround, type Ground } from './platform/ground.ts';
import { createLog } from './platform/log/log.ts';
import type { Settings } from './platform/settings.ts';
import { listenForStop } from './stop-signal.ts';

export interface ServeOptions {
  readonly settings: Settings;
  readonly command: 'serve' | 'worker';
  /** For the person at the terminal, line by line. */
  readonly report: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Requests and jobs under way get so long to end. */
const drainSeconds = 20;
const lingerSeconds = 3;

/** What keeps the server from listening, in words for the person at the terminal. */
export class ServeError extends Error {
  override readonly name = 'ServeError';
}

/** Serves until asked to stop; answers the exit code. Throws what keeps it from starting. */
export async function serve(options: ServeOptions): Promise<number> {
  const { settings, command, report, complain } = options;
  const failure = Promise.withResolvers<Error>();
  const stop = listenForStop(() => {
    complain('Stopping at once');
    process.exit(1);
  });
  const log = createLog({ level: settings.logLevel });
  // Loading takes about as long as starting the database: the two go side by side.
  const composition = import('./app.ts');
  composition.catch(() => undefined);
  let ground: Ground | undefined;
  let app: App | undefined;
  try {
    ground = await openGround({
      settings, command, report,
      // A worker on the same machine works beside the process that owns the database.
      embedded: command === 'serve' ? 'own' : 'join',
      onConnectionError: (error) => log.warn({ error }, 'database connection broke'),
      onFailure: failure.resolve,
    });
    const { createApp } = await composition;
    if (!stop.isAsked()) app = await createApp({ settings, database: ground.database, log });
    if (app !== undefined && settings.demo && settings.runs.api && !stop.isAsked()) await app.features.demo.seed(report);
    if (app !== undefined && !stop.isAsked()) await announce(app, options);
    const failed = await Promise.race([stop.asked, failure.promise]);
    if (failed instanceof Error) complain(failed.message);
    else report('Stopping …');
    return failed instanceof Error ? 1 : 0;
  } catch (error) {
    // Ctrl-C reaches the whole group: also a program that is just being started and has not left it yet.
    if (!stop.isAsked()) throw error;
    log.warn({ error }, 'stopped while starting');
    report('Stopping …');
    return 0;
  } finally {
    try {
      await Promise.race([app?.close(), sleep(drainSeconds * 1000, undefined, { ref: false })]);
    } finally {
      await ground?.close();
      stop.release();
    }
    // Whatever still holds the process open is nothing that anybody waits for.
    setTimeout(() => process.exit(), lingerSeconds * 1000).unref();
  }
}

async function announce(app: App, { settings, report }: ServeOptions): Promise<void> {
  const address = await app.start().catch((error: unknown) => {
    throw toServeError(error, settings);
  });
  // Asked before anybody is told that all is ready, and may stop the database under it.
  const signIns = address !== undefined && settings.demo ? await app.features.demo.signIns() : [];
  const isEmpty = address !== undefined && signIns.length === 0 && (await app.features.organisations.all()).length === 0;
  // performance.now() counts from the start of the process.
  const seconds = (performance.now() / 1000).toFixed(1);
  if (address === undefined) {
    report(`Working on background jobs (ready after ${seconds} s); Ctrl-C stops`);
    return;
  }
  report('');
  report(`Cairn is ready after ${seconds} s:  ${address}`);
  if (signIns.length > 0) {
    const width = (part: 'role' | 'email') => Math.max(...signIns.map((signIn) => signIn[part].length));
    report('');
    report('The demo college, to sign in as:');
    for (const { role, email, password } of signIns) report(`  ${role.padEnd(width('role'))}   ${email.padEnd(width('email'))}   ${password ?? '(a password of its own since)'}`);
  }
  if (isEmpty) {
    report('');
    report('Nobody is here yet: the first visit makes your organisation and its first admin.');
  }
  report('');
  report('Ctrl-C stops it, the database too.');
}

function toServeError(error: unknown, { host, port }: Settings): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE': return new ServeError(`Port ${port} is taken by another program. Stop that program, or set PORT to a free port: PORT=${port + 1} npm start`, { cause: error });
    case 'EACCES': return new ServeError(`This account may not listen on port ${port}. Set PORT to one above 1023.`, { cause: error });
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': return new ServeError(`This machine has no address ${host}. Set HOST to 127.0.0.1, or to 0.0.0.0 to be reached from other machines.`, { cause: error });
    default: return error;
  }
}
