/** Which models answer for an organisation: its own, with their keys opened, else the installation's. */
import { providerDefaults, type Chain, type Provider } from '../../platform/llm/provider.ts';
import type { Sealer } from '../../platform/sealed.ts';
import type { StoredProvider, StoredSettings } from './language-models.store.ts';

export interface ChainInForce extends Chain {
  readonly source: 'installation' | 'organisation';
  /** Of each provider, in their order; null for the installation's. */
  readonly ids: readonly (string | null)[];
}

export interface Chains {
  readonly installation: Chain;
  inForce(organisationId: string, settings: StoredSettings | undefined): ChainInForce;
  /** At which the installation has its models. */
  readonly origins: ReadonlySet<string>;
}

/** Binds a sealed key to its organisation and its provider: see platform/sealed.ts. */
export const keyLabel = (organisationId: string, providerId: string): string => `${organisationId} ${providerId}`;

export function createChains(installation: Chain, sealer: Sealer): Chains {
  const origins = new Set(installation.providers.map(({ baseUrl }) => new URL(baseUrl).origin));

  function providerOf(organisationId: string, { id, kind, address, model, sealedKey, contextTokens, timeoutSeconds, atOnce }: StoredProvider): Provider {
    const { origin } = new URL(address);
    const shared = installation.providers.find(({ baseUrl }) => new URL(baseUrl).origin === origin);
    return {
      kind, baseUrl: address, model, contextTokens, timeoutSeconds, atOnce,
      key: sealedKey === null ? null : sealer.open(sealedKey, keyLabel(organisationId, id)),
      local: shared?.local ?? false,
      // Asked anew each time: an address inside that the installation no longer names is refused when it is dialled.
      ofInstallation: shared !== undefined,
    };
  }

  return {
    installation, origins,
    inForce(organisationId, settings) {
      if (settings === undefined) return { ...installation, source: 'installation', ids: installation.providers.map(() => null) };
      const { providers, dailyTokens } = settings;
      return { source: 'organisation', dailyTokens, providers: providers.map((provider) => providerOf(organisationId, provider)), ids: providers.map(({ id }) => id) };
    },
  };
}

export interface GivenProvider {
  readonly id?: string | undefined;
  readonly kind: StoredProvider['kind'];
  readonly address: string;
  readonly model: string;
  readonly key?: string | null | undefined;
  readonly contextTokens?: number | undefined;
  readonly timeoutSeconds?: number | undefined;
  readonly atOnce?: number | undefined;
}

/** What is kept of a provider whose address has been found allowed; what was not given is as usual for its kind. */
export function storedOf({ kind, model, contextTokens, timeoutSeconds, atOnce }: GivenProvider, id: string, address: string, sealedKey: string | null): StoredProvider {
  const usual = providerDefaults[kind];
  return { id, kind, address, model, sealedKey, contextTokens: contextTokens ?? usual.contextTokens, timeoutSeconds: timeoutSeconds ?? usual.timeoutSeconds, atOnce: atOnce ?? usual.atOnce };
}
