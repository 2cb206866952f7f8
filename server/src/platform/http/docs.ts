/** /api/v1/openapi.json, /api/docs to read it and try it, /api/docs/problems for every code. Nothing comes from another host. */
import { failureTable } from '@cairn/contracts/failures';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Http } from './http.ts';
import { apiPrefix } from './implement.ts';
import { openApi, type OpenApiParts } from './openapi.ts';
import { sendJson } from './present.ts';
import { securityHeaders } from './security-headers.ts';

const filesOfViewer = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript', 'favicon-32x32.png': 'image/png' } as const;

export function registerDocs({ fastify }: Pick<Http, 'fastify'>, parts: OpenApiParts & { readonly publicUrl: string }): void {
  const { page } = securityHeaders(parts.publicUrl);
  // Made when first asked for: it takes tens of milliseconds that a start should not.
  let description: string | undefined;
  let viewer: string | undefined;
  const viewerFolder = () => (viewer ??= join(dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui/package.json')), 'static'));

  fastify.get(`${apiPrefix}/openapi.json`, (_request, reply) => {
    description ??= JSON.stringify(openApi(parts));
    return sendJson(reply.header('cache-control', 'no-cache'), 200, description);
  });
  fastify.get('/api/docs', (_request, reply) => reply.headers(page()).header('content-type', 'text/html; charset=utf-8').send(viewerPage));
  fastify.get('/api/docs/start.js', (_request, reply) => reply.headers(page()).header('content-type', 'text/javascript; charset=utf-8').send(viewerStart));
  fastify.get('/api/docs/page.css', (_request, reply) => reply.headers(page()).header('content-type', 'text/css; charset=utf-8').send(pageStyle));
  for (const [name, mediaType] of Object.entries(filesOfViewer)) {
    fastify.get(`/api/docs/${name}`, async (_request, reply) => {
      reply.headers(page()).header('content-type', mediaType).header('cache-control', 'public, max-age=86400');
      return name.endsWith('.js') ? createReadStream(join(viewerFolder(), name)) : readFile(join(viewerFolder(), name));
    });
  }
  fastify.get('/api/docs/problems', (request, reply) => {
    if (!(request.headers.accept ?? '').includes('text/html')) return reply.send(JSON.stringify({ items: Object.entries(failureTable).map(([code, failure]) => ({ code, ...failure })) }));
    return reply.headers(page()).header('content-type', 'text/html; charset=utf-8').send(problemsPage());
  });
}

const viewerPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Cairn API</title>
<link rel="icon" href="/api/docs/favicon-32x32.png"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="api"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>
`;

const viewerStart = `SwaggerUIBundle({ url: '${apiPrefix}/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'none', validatorUrl: null, tryItOutEnabled: true, persistAuthorization: false });
`;

const pageStyle = `body { font: 1rem/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; background: #fff }
dt { margin-top: 1.5rem; font-family: ui-monospace, monospace; font-weight: 600 } dd { margin: 0 }
dt:target { background: #fff3bf }
@media (prefers-color-scheme: dark) { body { color: #e6e8eb; background: #16191d } dt:target { background: #5c4a00 } }
`;

function problemsPage(): string {
  const items = Object.entries(failureTable).map(([code, { status, title, next }]) => `<dt id="${escaped(code)}">${escaped(code)} (${status})</dt><dd>${escaped(title)}</dd><dd>${escaped(next)}</dd>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Cairn API: problems</title><link rel="icon" href="/api/docs/favicon-32x32.png"><link rel="stylesheet" href="/api/docs/page.css"></head>
<body><main><h1>What the API can answer when it cannot do what you asked</h1><dl>${items.join('\n')}</dl></main></body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
