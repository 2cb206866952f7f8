import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../platform/network/public-address.ts';
import { fetchPublicPage } from './public-fetch.ts';
import { readJobPage } from './job-page.ts';

const page = (html: string, mediaType = 'text/html') => readJobPage('https://jobs.example/1', () => Promise.resolve({ url: 'https://jobs.example/1', mediaType, charset: 'utf-8', body: Buffer.from(html) }));
const posting = (value: unknown) => `<html><body><nav>Menu</nav><script type="application/ld+json">${JSON.stringify(value)}</script><p>Shown text</p></body></html>`;

describe('reading the ad on a page', () => {
  test('a JobPosting is read first, with its title, organisation and place', async () => {
    const read = await page(posting({ '@type': 'JobPosting', title: 'Data analyst', description: '<p>You know <b>SQL</b>.</p><ul><li>Python</li></ul>', hiringOrganization: { name: 'Pebble Works' }, jobLocation: { address: { addressLocality: 'Pune', addressCountry: 'IN' } } }));
    expect(read).toMatchObject({ text: 'Data analyst\n\nYou know SQL.\n- Python', facts: { title: 'Data analyst', organisation: 'Pebble Works', place: 'Pune, IN' } });
  });

  test.each([
    ['in a list', [{ '@type': 'WebSite' }, { '@type': 'JobPosting', description: 'Needs SQL' }]],
    ['in a graph', { '@graph': [{ '@type': ['Thing', 'JobPosting'], description: 'Needs SQL' }] }],
    ['escaped twice', { '@type': 'JobPosting', description: '&lt;p&gt;Needs SQL&lt;/p&gt;' }],
  ])('a JobPosting %s is found', async (_where, value) => {
    expect((await page(posting(value))).text).toBe('Needs SQL');
  });

  test.each([
    ['broken data', '<script type="application/ld+json">{</script><p>Shown text</p>'],
    ['no description', '<script type="application/ld+json">{"@type":"JobPosting"}</script><p>Shown text</p>'],
    ['menus and scripts', '<nav>Menu</nav><script>x()</script><p>Shown <b>text</b></p><footer>Imprint</footer>'],
    ['a main part', '<p>Around</p><main><p>Shown text</p></main>'],
  ])('the readable text stands in with %s', async (_case, html) => {
    expect((await page(html)).text).toBe('Shown text');
  });

  test('a page nested 100,000 deep is read', async () => {
    expect((await page(`${'<div>'.repeat(100_000)}Shown text`)).text).toBe('Shown text');
  });

  test('what is no page is refused', async () => {
    await expect(page('x', 'image/png')).rejects.toMatchObject({ code: 'job-ad.unreadable' });
  });
});

describe('which addresses are public', () => {
  test.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '192.0.2.1', '::1', '::', 'fe80::1', 'fc00::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'not-an-address'])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  test.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('opening an address for a person', () => {
  let server: Server | undefined;
  afterEach(() => { server?.closeAllConnections(); server?.close(); });
  const serve = async (listener: RequestListener): Promise<string> => {
    server = createServer(listener);
    await new Promise<void>((resolve) => { server?.listen(0, '127.0.0.1', resolve); });
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  };
  const everywhere = () => true;
  const limits = { seconds: 0.5, bytes: 10_000, redirects: 3 };

  test.each(['ftp://example.org/', 'file:///etc/passwd', 'http://user:secret@example.org/', 'javascript:alert(1)', 'not an address', 'http://127.0.0.1/', 'http://[::1]/', 'http://2130706433/', 'http://0x7f.1/', 'http://localhost/', 'http://169.254.169.254/latest/meta-data/'])('%s is not allowed', async (address) => {
    await expect(fetchPublicPage(address, limits)).rejects.toMatchObject({ code: 'job-ad.address-not-allowed' });
  });

  test('a redirect into our own network is not followed', async () => {
    let asked = 0;
    const address = await serve((_request, response) => { asked += 1; response.writeHead(302, { location: 'http://127.0.0.2/' }).end(); });
    await expect(fetchPublicPage(address, limits, (one) => one === '127.0.0.1')).rejects.toMatchObject({ code: 'job-ad.address-not-allowed' });
    expect(asked).toBe(1);
  });

  test('redirects are followed, but not for ever', async () => {
    const address = await serve((request, response) => { if (request.url === '/end') response.setHeader('content-type', 'text/html; charset=UTF-8').end('ok'); else response.writeHead(302, { location: request.url === '/' ? '/end' : '/loop' }).end(); });
    expect(await fetchPublicPage(`${address}/`, limits, everywhere)).toMatchObject({ url: `${address}/end`, mediaType: 'text/html', charset: 'utf-8' });
    await expect(fetchPublicPage(`${address}/loop`, limits, everywhere)).rejects.toMatchObject({ code: 'job-ad.address-unreachable' });
  });

  test.each<[string, RequestListener, string]>([
    ['a body over the limit', (_request, response) => { response.end(Buffer.alloc(20_000)); }, 'job-ad.address-too-large'],
    ['a small body that inflates over the limit', (_request, response) => { response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(1_000_000))); }, 'job-ad.address-too-large'],
    ['an answer that never comes', () => undefined, 'job-ad.address-unreachable'],
    ['a body that never ends', (_request, response) => { response.write('x'); }, 'job-ad.address-unreachable'],
    ['an error page', (_request, response) => { response.writeHead(404).end(); }, 'job-ad.address-unreachable'],
    ['broken compression', (_request, response) => { response.setHeader('content-encoding', 'gzip').end('not gzip'); }, 'job-ad.address-unreachable'],
  ])('%s is refused', async (_case, listener, code) => {
    await expect(fetchPublicPage(await serve(listener), limits, everywhere)).rejects.toMatchObject({ code });
  });
});
