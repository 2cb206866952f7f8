/**
 * A client in a process of its own: each connection sends its next request when the answer to the last has come
 * (keep-alive, no pipelining). One JSON argument (Load), one line of JSON out (LoadResult).
 */
import { connect, type Socket } from 'node:net';

export interface Load {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly answered: number;
  /** Answers with another status than 200. */
  readonly refused: number;
  readonly seconds: number;
}

const headEnd = '\r\n\r\n';

async function run({ port, path, headers, connections, seconds }: Load): Promise<LoadResult> {
  const lines = Object.entries({ host: `localhost:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const began = performance.now();
  const until = began + seconds * 1000;
  const counts = await Promise.all(Array.from({ length: connections }, () => keepAsking(connect({ port, host: '127.0.0.1', noDelay: true }), request, until)));
  const total = (key: 'answered' | 'refused') => counts.reduce((sum, count) => sum + count[key], 0);
  return { answered: total('answered'), refused: total('refused'), seconds: (performance.now() - began) / 1000 };
}

function keepAsking(socket: Socket, request: Buffer, until: number): Promise<{ answered: number; refused: number }> {
  return new Promise((resolve, reject) => {
    let answered = 0;
    let refused = 0;
    let held: Buffer = Buffer.alloc(0);
    socket.on('connect', () => socket.write(request));
    socket.on('error', reject);
    socket.on('close', () => { resolve({ answered, refused }); });
    socket.on('data', (chunk) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const bodyStart = held.indexOf(headEnd) + headEnd.length;
      if (bodyStart < headEnd.length) return;
      const head = held.toString('latin1', 0, bodyStart);
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
      if (Number.isNaN(length)) {
        socket.destroy(new Error(`An answer without a length: ${head}`));
        return;
      }
      if (held.length < bodyStart + length) return;
      held = held.subarray(bodyStart + length);
      answered += 1;
      if (!head.startsWith('HTTP/1.1 200')) refused += 1;
      if (performance.now() < until) socket.write(request);
      else socket.end();
    });
  });
}

process.stdout.write(`${JSON.stringify(await run(JSON.parse(process.argv[2] ?? '{}') as Load))}\n`);
