/** A server on loopback that speaks the two calls of the YouTube Data API that are made, and fails as it is told. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type VideoFault = 'none' | 'refuses' | 'hangs' | 'nonsense' | 'cut' | 'floods' | 'other-shape' | 'redirects';

export interface VideoStandIn {
  readonly address: string;
  /** Addresses that were asked, with their query, and the key of each. */
  readonly asked: { readonly path: string; readonly query: URLSearchParams; readonly key: string | undefined }[];
  fault: VideoFault;
  close(): Promise<void>;
}

export async function videoStandIn(): Promise<VideoStandIn> {
  const asked: VideoStandIn['asked'] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback.example');
    asked.push({ path: url.pathname, query: url.searchParams, key: request.headers['x-goog-api-key'] as string | undefined });
    const json = (status: number, body: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (standIn.fault) {
      case 'refuses': json(403, { error: { code: 403, message: 'quotaExceeded' } }); return;
      case 'hangs': return;
      case 'nonsense': response.writeHead(200).end('<html>'); return;
      case 'cut': response.writeHead(200, { 'content-length': '5000' }).write('{"items": ['); setTimeout(() => { response.destroy(); }, 20); return;
      case 'floods': response.writeHead(200).end('x'.repeat(3_000_000)); return;
      case 'other-shape': json(200, { items: [{ id: { videoId: '../../evil' } }] }); return;
      case 'redirects': response.writeHead(302, { location: 'http://169.254.169.254/' }).end(); return;
      case 'none':
    }
    if (url.pathname === '/search') json(200, { kind: 'youtube#searchListResponse', items: [{ kind: 'youtube#searchResult', id: { kind: 'youtube#video', videoId: 'abcdefghij1' } }, { id: { videoId: 'abcdefghij2' } }] });
    else json(200, { items: [
      { id: 'abcdefghij1', snippet: { title: 'SQL in <b>an hour</b>', channelTitle: 'A channel' }, contentDetails: { duration: 'PT1H2M10S' } },
      { id: 'abcdefghij2', snippet: { title: 'Live now', channelTitle: 'A channel' }, contentDetails: { duration: 'P0D' } },
    ] });
  });
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  const standIn: VideoStandIn = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, fault: 'none',
    close: () => new Promise((closed) => {
      server.close(() => { closed(); });
      server.closeAllConnections();
    }),
  };
  return standIn;
}
