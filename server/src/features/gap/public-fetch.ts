/**
 * Opens an address for a person without lending them our place in the network: http and https only, to public addresses
 * only, judged after the name is resolved and again after every redirect, and connected to the very address judged.
 */
import type { IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Failure } from '../../platform/http/failure.ts';
import { dial } from '../../platform/network/dial.ts';
import { AddressNotAllowed, isPublicAddress } from '../../platform/network/public-address.ts';

export interface FetchLimits {
  readonly seconds: number;
  /** Of the body, after decompression. */
  readonly bytes: number;
  readonly redirects: number;
}

export interface FetchedPage {
  /** Where the last redirect led. */
  readonly url: string;
  readonly mediaType: string;
  readonly body: Buffer;
  readonly charset: string | null;
}

export const pageLimits: FetchLimits = { seconds: 5, bytes: 2_000_000, redirects: 5 };

export async function fetchPublicPage(address: string, limits: FetchLimits = pageLimits, isAllowed: (address: string) => boolean = isPublicAddress): Promise<FetchedPage> {
  const deadline = AbortSignal.timeout(limits.seconds * 1000);
  let url = address;
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    const response = await open(url, deadline, isAllowed);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      if (!URL.canParse(location, url)) throw new Failure('job-ad.address-unreachable');
      url = new URL(location, url).href;
      continue;
    }
    if (status !== 200) {
      response.destroy();
      throw new Failure('job-ad.address-unreachable', { params: { status } });
    }
    const [mediaType = '', ...parameters] = (response.headers['content-type'] ?? '').split(';').map((part) => part.trim().toLowerCase());
    const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice(8).replaceAll('"', '') ?? null;
    return { url, mediaType, charset, body: await readBody(response, limits.bytes, deadline) };
  }
  throw new Failure('job-ad.address-unreachable', { params: { redirects: limits.redirects } });
}

async function open(address: string, signal: AbortSignal, isAllowed: (address: string) => boolean): Promise<IncomingMessage> {
  if (!URL.canParse(address)) throw new Failure('job-ad.address-not-allowed');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') throw new Failure('job-ad.address-not-allowed');
  try {
    return await dial(url, isAllowed, { signal, headers: { accept: 'text/html,application/xhtml+xml,text/plain;q=0.8', 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'Cairn job ad reader' } });
  } catch (error) {
    throw error instanceof AddressNotAllowed ? new Failure('job-ad.address-not-allowed') : new Failure('job-ad.address-unreachable', { cause: error });
  }
}

async function readBody(response: IncomingMessage, limitBytes: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const content = decompressed(response);
  const end = () => { content.destroy(new Error('The time is up')); };
  signal.addEventListener('abort', end);
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limitBytes) throw new Failure('job-ad.address-too-large', { params: { limitBytes } });
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('job-ad.address-unreachable', { cause: error });
  } finally {
    signal.removeEventListener('abort', end);
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function decompressed(response: IncomingMessage): NodeJS.ReadableStream & { destroy(error?: Error): unknown } {
  const decoders = { gzip: createGunzip, br: createBrotliDecompress, deflate: createInflate } as const;
  const encoding = response.headers['content-encoding'] ?? '';
  if (!Object.hasOwn(decoders, encoding)) return response;
  const decoder = decoders[encoding as keyof typeof decoders]();
  response.once('error', (error) => { decoder.destroy(error); });
  return response.pipe(decoder);
}
