/** The built web pages. Files with a hash in their name never change; index.html answers every other address that a page may have. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { createReadStream, readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Failure } from './failure.ts';
import type { Http } from './http.ts';
import { accepts } from './present.ts';
import { securityHeaders } from './security-headers.ts';

/** What the build writes wherever a nonce belongs. */
export const noncePlaceholder = 'CAIRN_NONCE';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp', '.avif': 'image/avif', '.jpg': 'image/jpeg', '.ico': 'image/x-icon',
  '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.txt': 'text/plain; charset=utf-8', '.map': 'application/json; charset=utf-8',
};

interface PageFile {
  readonly path: string;
  readonly mediaType: string;
  readonly etag: string;
  readonly immutable: boolean;
  readonly sizeBytes: number;
  /** Made by the build beside the file. */
  readonly packed: readonly { readonly encoding: 'br' | 'gzip'; readonly path: string; readonly sizeBytes: number }[];
}

export interface PagesOptions {
  readonly directory: string;
  readonly publicUrl: string;
}

/** Answers false where there is no build to serve. */
export function registerPages({ fastify }: Pick<Http, 'fastify'>, { directory, publicUrl }: PagesOptions): boolean {
  const files = filesIn(directory);
  const index = files.get('/index.html');
  if (index === undefined) return false;
  const { page } = securityHeaders(publicUrl);
  // Split once; the nonce differs in every answer, so index.html itself is never kept by a browser.
  const parts = readFileSync(index.path, 'utf8').split(noncePlaceholder);

  function sendIndex(reply: FastifyReply): FastifyReply {
    const nonce = randomBytes(16).toString('base64url');
    return reply.headers(page(nonce)).header('content-type', index?.mediaType).header('cache-control', 'no-store').send(parts.join(nonce));
  }

  function sendFile(request: FastifyRequest, reply: FastifyReply, file: PageFile): FastifyReply {
    reply.headers(page()).header('etag', file.etag).header('vary', 'accept-encoding');
    reply.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate');
    if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
    const packed = file.packed.find(({ encoding }) => accepts(request.headers['accept-encoding'], encoding));
    reply.header('content-type', file.mediaType).header('content-length', packed?.sizeBytes ?? file.sizeBytes);
    if (packed !== undefined) reply.header('content-encoding', packed.encoding);
    return reply.send(request.method === 'HEAD' ? undefined : createReadStream(packed?.path ?? file.path));
  }

  fastify.get('/*', (request, reply) => {
    const path = pathOf(request.url);
    const file = files.get(path);
    if (file !== undefined && file !== index) return sendFile(request, reply, file);
    // A missing file must not turn into a page: a browser would run it as a script.
    if (path.startsWith('/api/') || path === '/api' || path.startsWith('/assets/') || (extname(path) !== '' && path !== '/index.html')) throw new Failure('request.not-found');
    return sendIndex(reply);
  });
  return true;
}

/** The address without its query. What cannot be decoded names no file. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '/';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Looked up from what is there, so that no address can reach outside. */
function filesIn(directory: string): Map<string, PageFile> {
  const names = listed(directory);
  const files = new Map<string, PageFile>();
  for (const path of names) {
    const mediaType = mediaTypes[extname(path)];
    if (mediaType === undefined) continue;
    const { size, mtimeMs } = statSync(path);
    const address = `/${relative(directory, path).split(sep).join('/')}`;
    const packed = ([['br', `${path}.br`], ['gzip', `${path}.gz`]] as const).filter(([, packedPath]) => names.has(packedPath)).map(([encoding, packedPath]) => ({ encoding, path: packedPath, sizeBytes: statSync(packedPath).size }));
    files.set(address, { path, mediaType, etag: `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`, immutable: address.startsWith('/assets/'), sizeBytes: size, packed });
  }
  return files;
}

function listed(directory: string): Set<string> {
  try {
    return new Set(readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw error;
  }
}
