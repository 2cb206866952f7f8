/** What the machine and the data folder must offer. */
import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { secretPath } from '../installation-secret.ts';
import type { Settings } from '../settings.ts';
import { diskStorage } from '../storage/storage.ts';
import { looked, ok, warning, wrong, type Finding } from './finding.ts';

const gigabyte = 1024 ** 3;
const leastNodeMajor = 24;

export function lookAtNode(version: string): Finding {
  return Number.parseInt(version, 10) >= leastNodeMajor
    ? ok('Node', version)
    : wrong('Node', `${version} is too old`, `Start Cairn through npm ("npm start"), which brings Node ${leastNodeMajor}, or install Node ${leastNodeMajor}`);
}

export function lookAtDataFolder({ dataDirectory }: Pick<Settings, 'dataDirectory'>, uid: number | undefined): Finding {
  const subject = 'Data folder';
  if (!existsSync(dataDirectory)) return ok(subject, `${dataDirectory} is made by the first start`);
  const { uid: owner, mode } = statSync(dataDirectory);
  if (uid !== undefined && owner !== uid) return wrong(subject, `${dataDirectory} belongs to another account (uid ${owner})`, `Start Cairn with that account, or: chown -R $(id -u) ${dataDirectory}`);
  if ((mode & 0o077) !== 0) return warning(subject, `${dataDirectory} can be entered by other accounts (mode ${(mode & 0o777).toString(8)})`, `chmod 700 ${dataDirectory}`);
  const secret = secretPath(dataDirectory);
  if (existsSync(secret) && (statSync(secret).mode & 0o077) !== 0) return wrong(subject, `${secret} can be read by other accounts`, `chmod 600 ${secret}; who has read it can sign tokens: when in doubt delete it, and everybody signs in anew`);
  return ok(subject, dataDirectory);
}

export async function lookAtDisk({ dataDirectory }: Pick<Settings, 'dataDirectory'>): Promise<Finding> {
  const subject = 'Disk';
  return looked(subject, 'Check that the disk is there', async () => {
    let folder = dataDirectory;
    while (!existsSync(folder)) folder = dirname(folder);
    const { bavail, bsize } = await statfs(folder);
    return judgeFreeBytes(bavail * bsize);
  });
}

export function judgeFreeBytes(freeBytes: number): Finding {
  const free = `${(freeBytes / gigabyte).toFixed(1)} GB free`;
  const mend = 'Make room, or set CAIRN_DATA_DIR to a larger disk';
  if (freeBytes < gigabyte / 4) return wrong('Disk', free, mend);
  return freeBytes < 2 * gigabyte ? warning('Disk', free, mend) : ok('Disk', free);
}

export function lookAtStorage({ filesDirectory, dataDirectory }: Pick<Settings, 'filesDirectory' | 'dataDirectory'>): Promise<Finding> {
  return looked('Stored files', `Let this account write to ${filesDirectory}`, async () => {
    if (!existsSync(dataDirectory)) return ok('Stored files', `${filesDirectory} is made by the first start`);
    await diskStorage(filesDirectory).check();
    return ok('Stored files', filesDirectory);
  });
}

export function lookAtPages(root: string): Finding {
  return existsSync(join(root, 'web/dist/index.html')) ? ok('Pages', 'built') : warning('Pages', 'not built: only the API answers', 'npm run build (npm start does it by itself)');
}

/** Whether the port is free, or answers as Cairn already. */
export function lookAtPort({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<Finding> {
  const subject = 'Port';
  return looked(subject, 'Set PORT to a free port', async () => {
    if (await isFree(host, port)) return ok(subject, `${port} is free`);
    if (await answersAsCairn(host, port)) return ok(subject, `Cairn serves on ${port}`);
    return wrong(subject, `${port} is taken by another program`, 'Stop that program, or set PORT to a free port');
  });
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((settle, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') settle(false);
      else reject(error);
    });
    server.listen(port, host, () => server.close(() => { settle(true); }));
  });
}

async function answersAsCairn(host: string, port: number): Promise<boolean> {
  const name = host.includes(':') ? `[${host}]` : host;
  try {
    const response = await fetch(`http://${name}:${port}/api/v1/health`, { signal: AbortSignal.timeout(3000) });
    const body = (await response.json()) as { checks?: unknown };
    return body.checks !== undefined;
  } catch {
    // Whatever it is, it does not speak as Cairn does.
    return false;
  }
}

export function lookAtMail({ smtpUrl, outboxDirectory }: Pick<Settings, 'smtpUrl' | 'outboxDirectory'>): Promise<Finding> {
  const subject = 'Mail';
  if (smtpUrl === undefined) return Promise.resolve(warning(subject, `no mail server: mails are written to ${resolve(outboxDirectory)}`, 'Set SMTP_URL before people outside this machine sign up'));
  return looked(subject, 'Check SMTP_URL: host, port, name and password', async () => {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({ url: smtpUrl, connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 5000 } as never);
    try {
      await transport.verify();
    } finally {
      transport.close();
    }
    return ok(subject, `${new URL(smtpUrl).hostname} takes mail`);
  });
}
