import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMail } from './mail.ts';

const letter = { to: 'asha@college.example', subject: 'पासवर्ड बदलें', text: 'Open http://localhost:3000/reset\n\nCairn' };
const mailFrom = 'Cairn <cairn@college.example>';
let directory: string;
beforeEach(() => { directory = mkdtempSync(join(tmpdir(), 'cairn-mail-')); });
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('without a server a letter becomes a mail and a readable text, newest last, for the owner\'s eyes only', async () => {
  let now = Date.UTC(2026, 0, 5, 9);
  const outboxDirectory = join(directory, 'outbox');
  const mail = createMail({ smtpUrl: undefined, mailFrom, outboxDirectory }, () => now);
  await mail.send(letter);
  now += 1000;
  await mail.send({ ...letter, subject: 'second' });
  const names = readdirSync(outboxDirectory).toSorted();
  expect(names.map((name) => name.replace(/-[0-9a-f]{8}\./, '.'))).toEqual(['2026-01-05T09-00-00.000Z.eml', '2026-01-05T09-00-00.000Z.txt', '2026-01-05T09-00-01.000Z.eml', '2026-01-05T09-00-01.000Z.txt']);
  const [eml = '', txt = ''] = names.map((name) => readFileSync(join(outboxDirectory, name), 'utf8'));
  expect(eml).toContain('To: asha@college.example');
  expect(eml).toContain('From: Cairn <cairn@college.example>');
  expect(txt).toBe('To: asha@college.example\nSubject: पासवर्ड बदलें\nDate: 2026-01-05T09:00:00.000Z\n\nOpen http://localhost:3000/reset\n\nCairn\n');
  expect(names.map((name) => statSync(join(outboxDirectory, name)).mode & 0o777)).toEqual([0o600, 0o600, 0o600, 0o600]);
});

test('what a person typed cannot add a recipient', async () => {
  const outboxDirectory = join(directory, 'outbox');
  await createMail({ smtpUrl: undefined, mailFrom, outboxDirectory }, () => 0).send({ ...letter, subject: 'hello\r\nBcc: everybody@college.example' });
  const [eml = ''] = readdirSync(outboxDirectory).toSorted().map((name) => readFileSync(join(outboxDirectory, name), 'utf8'));
  expect(eml).not.toMatch(/^Bcc:/m);
});

test('with a server a letter is handed to it', async () => {
  const said: string[] = [];
  const server = await smtpServer(said);
  const { port } = server.address() as AddressInfo;
  const mail = createMail({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom, outboxDirectory: directory }, () => 0);
  await mail.send(letter);
  mail.close();
  server.close();
  expect(said).toEqual(expect.arrayContaining(['MAIL FROM:<cairn@college.example>', 'RCPT TO:<asha@college.example>', 'To: asha@college.example']));
  expect(readdirSync(directory)).toEqual([]);
});

test('a server that refuses makes sending fail, so that the job is tried again', async () => {
  const server = createServer((socket) => void socket.end('554 no\r\n'));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const mail = createMail({ smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, mailFrom, outboxDirectory: directory }, () => 0);
  await expect(mail.send(letter)).rejects.toThrow();
  mail.close();
  server.close();
});

/** The least of RFC 5321 that takes one letter; keeps every line that the client says. */
async function smtpServer(said: string[]): Promise<Server> {
  const server = createServer((socket) => {
    let inBody = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter((each) => each !== '')) {
        said.push(line);
        if (inBody) {
          if (line !== '.') continue;
          inBody = false;
        } else if (line === 'DATA') {
          inBody = true;
          socket.write('354 go on\r\n');
          continue;
        }
        socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return server;
}
