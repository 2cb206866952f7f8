/**
 * GET /me and a list of 20 gaps of the real server, beside the same select behind a bare fastify route: in turns, in one
 * run, on one database, each server in a process of its own and the client in another.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Load, LoadResult } from './http/load.ts';
import type { PeerKind } from './http/peer.ts';
import type { Usage } from './http/report-usage.ts';
import { newInstallation, type Installation, type Serving } from './installation.ts';
import type { BenchRow } from './row.ts';
import { median } from './statistics.ts';

const rounds = 7;
const roundSeconds = 2;
const warmSeconds = 2;
const connections = 16;
const gapCount = 20;
const peers: readonly PeerKind[] = ['bare', 'remembering', 'plain'];
const routes = [
  { id: 'me', label: 'GET /me', path: '/api/v1/me' },
  { id: 'gaps', label: `GET /skill-gaps, ${gapCount} gaps`, path: '/api/v1/skill-gaps' },
] as const;

interface Target {
  readonly name: 'cairn' | PeerKind;
  readonly child: ChildProcess;
  readonly port: number;
}

interface Round {
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
}

const inHttp = (file: string) => join(import.meta.dirname, 'http', file);

export async function measureHttpSpeed(): Promise<BenchRow[]> {
  const installation = newInstallation();
  const children: ChildProcess[] = [];
  try {
    const unlimited = { CAIRN_RATE_PERSON: '1000000/1s', CAIRN_RATE_PERSON_BURST: '1000000' };
    const serving = await installation.serve({ nodeOptions: ['--import', inHttp('report-usage.ts')], environment: unlimited });
    const token = await signInWithGaps(serving);
    const targets: Target[] = [{ name: 'cairn', child: serving.child, port: Number(new URL(serving.address).port) }];
    for (const kind of peers) {
      const peer = await startPeer(kind, installation);
      children.push(peer.child);
      targets.push(peer);
    }
    const rows: BenchRow[] = [];
    for (const route of routes) rows.push(...rowsOf(route, await measureRoute(targets, route.path, token)));
    return rows;
  } finally {
    for (const child of children) child.kill();
    await installation.remove();
  }
}

async function signInWithGaps({ address, signIns }: Serving): Promise<string> {
  const student = signIns.get('student');
  if (student === undefined) throw new Error('The demo college names no student');
  const ask = async (method: string, path: string, token: string, body?: unknown): Promise<Record<string, unknown>> => {
    const headers = { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const response = await fetch(`${address}/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} ${String(answer['code'])}`);
    return answer;
  };
  const token = String((await ask('POST', '/auth/login', '', student))['accessToken']);
  for (let { total } = await ask('GET', '/skill-gaps', token); Number(total) < gapCount; total = Number(total) + 1) await ask('POST', '/skill-gaps', token, { roleId: 'backend-developer' });
  return token;
}

async function startPeer(kind: PeerKind, installation: Installation): Promise<Target> {
  const child = spawn(process.execPath, [inHttp('peer.ts'), kind], { env: installation.environment(), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(([code]) => { throw new Error(`The peer "${kind}" ended with ${String(code)}`); });
  ended.catch(() => undefined);
  const [{ listening }] = (await Promise.race([once(child, 'message'), ended])) as [{ listening: number }];
  return { name: kind, child, port: listening };
}

/** In turns, so that whatever else the machine does meets them all alike. */
async function measureRoute(targets: readonly Target[], path: string, token: string): Promise<Map<Target['name'], Round[]>> {
  const load = (port: number, seconds: number): Load => ({ port, path, headers: { authorization: `Bearer ${token}` }, connections, seconds });
  const measured = new Map<Target['name'], Round[]>(targets.map(({ name }) => [name, []]));
  for (const { port } of targets) await put(load(port, warmSeconds));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, child, port } of targets) {
      const before = await usageOf(child);
      const { answered, seconds } = await put(load(port, roundSeconds));
      const after = await usageOf(child);
      measured.get(name)?.push({ perSecond: answered / seconds, cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / answered });
    }
  }
  return measured;
}

async function put(load: Load): Promise<LoadResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [inHttp('load.ts'), JSON.stringify(load)]);
  const result = JSON.parse(stdout) as LoadResult;
  if (result.refused > 0 || result.answered === 0) throw new Error(`${load.path} on port ${load.port}: ${result.refused} of ${result.answered} answers were not 200`);
  return result;
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  const answer = once(child, 'message');
  child.send('usage');
  return ((await answer) as [Usage])[0];
}

const names: Record<Target['name'], string> = { cairn: 'Cairn', bare: 'bare route, same token check and transaction', remembering: 'bare route that remembers checked tokens, as Cairn does', plain: 'plain route: no token, no transaction' };

function rowsOf({ id, label }: (typeof routes)[number], measured: ReadonlyMap<Target['name'], readonly Round[]>): BenchRow[] {
  const of = (name: Target['name'], key: keyof Round) => (measured.get(name) ?? []).map((round) => round[key]);
  const ours = of('cairn', 'perSecond');
  const ratio = (peer: PeerKind, bar: number | null): BenchRow => {
    const theirs = of(peer, 'perSecond');
    return { id: `http.${id}.ratio-to-${peer}`, label: `${label}: requests/s ÷ ${names[peer]}`, value: median(ours.map((rate, round) => rate / (theirs[round] ?? Number.NaN))), bar, lowerIsBetter: false, n: rounds };
  };
  const own = (name: Target['name']): BenchRow[] => [
    { id: `http.${id}.${name}.per-s`, label: `${label}, ${names[name]}: requests/s`, value: median(of(name, 'perSecond')), bar: null, lowerIsBetter: false, n: rounds },
    { id: `http.${id}.${name}.cpu-us`, label: `${label}, ${names[name]}: µs of processor time a request`, value: median(of(name, 'cpuMicroseconds')), bar: null, lowerIsBetter: true, n: rounds },
  ];
  return [ratio('bare', 0.9), ratio('remembering', null), ratio('plain', null), ...(['cairn', ...peers] as const).flatMap(own)];
}
