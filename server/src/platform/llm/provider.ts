/** A provider as it is set, in the installation's settings or by an organisation, and the Model made of it. */
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { guardedFetch, type Fetch } from '../network/guarded-fetch.ts';
import { isPublicAddress } from '../network/public-address.ts';
import type { Model } from './model.ts';

export type ProviderKind = 'ollama' | 'openai' | 'anthropic';

export interface Provider {
  readonly kind: ProviderKind;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly model: string;
  readonly key: string | null;
  /** Prompt and answer together. */
  readonly contextTokens: number;
  readonly timeoutSeconds: number;
  /** Calls at once; further ones wait in line. */
  readonly atOnce: number;
  /** On this machine or in its own network by the word of whoever runs it: personal data may go there. */
  readonly local: boolean;
  /** Named in the installation's settings, so that its address may be a private one. */
  readonly ofInstallation: boolean;
}

export interface Chain {
  readonly providers: readonly Provider[];
  /** In and out, a UTC day, for one organisation. */
  readonly dailyTokens: number;
}

/** By kind: a local model on a processor is slow and works at one answer at a time. */
export const providerDefaults: Readonly<Record<ProviderKind, { readonly baseUrl: string; readonly contextTokens: number; readonly timeoutSeconds: number; readonly atOnce: number }>> = {
  ollama: { baseUrl: 'http://127.0.0.1:11434', contextTokens: 8192, timeoutSeconds: 180, atOnce: 1 },
  openai: { baseUrl: 'https://api.openai.com/v1', contextTokens: 32_768, timeoutSeconds: 30, atOnce: 4 },
  anthropic: { baseUrl: 'https://api.anthropic.com/v1', contextTokens: 100_000, timeoutSeconds: 30, atOnce: 4 },
};

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const parameters = z.strictObject({ context: whole(1024, 2_000_000), timeout: whole(1, 900), 'at-once': whole(1, 64), local: z.enum(['0', '1']) }).partial();

/**
 * `ollama+http://127.0.0.1:11434#mistral:7b`, `openai+https://api.openai.com/v1#gpt-4o-mini?timeout=60`: kind, address,
 * model, then `context` (tokens), `timeout` (seconds), `at-once` and `local` where the usual does not fit.
 * The problem, in words, when it cannot be read.
 */
export function readProvider(written: string, keyOf: (kind: ProviderKind) => string | null): Provider | string {
  const [, kind, address, model, query] = /^(ollama|openai|anthropic)\+(https?:\/\/[^#\s]+)#([^?\s]+)(?:\?(.*))?$/.exec(written) ?? [];
  if (kind === undefined || address === undefined || model === undefined || !URL.canParse(address)) return `"${written}" is not KIND+ADDRESS#MODEL with the kinds ollama, openai and anthropic`;
  const read = parameters.safeParse(Object.fromEntries(new URLSearchParams(query)));
  if (!read.success) return `"${written}": ${read.error.issues[0]?.path.join('.') ?? ''} ${read.error.issues[0]?.message ?? ''}`;
  const usual = providerDefaults[kind as ProviderKind];
  const { context, timeout, 'at-once': atOnce, local } = read.data;
  const baseUrl = address.replace(/\/+$/, '');
  return {
    kind: kind as ProviderKind, baseUrl, model, key: keyOf(kind as ProviderKind), contextTokens: context ?? usual.contextTokens, timeoutSeconds: timeout ?? usual.timeoutSeconds,
    atOnce: atOnce ?? usual.atOnce, local: local === undefined ? isOwnNetwork(new URL(baseUrl).hostname) : local === '1', ofInstallation: true,
  };
}

/** A private address, by its number; a name may lead anywhere. */
export function isOwnNetwork(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost') return true;
  return ipaddr.isValid(host) && ['loopback', 'private', 'uniqueLocal'].includes(ipaddr.process(host).range());
}

/** What an organisation sets itself reaches public addresses only; the administrator of the machine may name any. */
function fetchFor({ ofInstallation }: Provider): Fetch {
  return guardedFetch(ofInstallation ? () => true : isPublicAddress);
}

/** The package of a provider is loaded when it is first called. */
export async function createModel(provider: Provider, fetch: Fetch = fetchFor(provider)): Promise<Model> {
  switch (provider.kind) {
    case 'ollama': return (await import('./providers/ollama.ts')).ollamaModel(provider, fetch);
    case 'openai': return (await import('./providers/openai-compatible.ts')).openAiCompatibleModel(provider, fetch);
    case 'anthropic': return (await import('./providers/anthropic.ts')).anthropicModel(provider, fetch);
  }
}
