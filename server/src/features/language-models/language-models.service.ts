import type { LanguageModels } from '@cairn/contracts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import { insertCall, tokensToday } from '../../platform/llm/llm.store.ts';
import type { Llm, LlmParts } from '../../platform/llm/llm.ts';
import { mutable } from '../../platform/mutable.ts';
import type { Sealer } from '../../platform/sealed.ts';
import { allowedAddress } from './address.ts';
import { keyLabel, storedOf, type ChainInForce, type Chains, type GivenProvider } from './chain.ts';
import { deleteSettings, giveVerdict, isOwnCall, settingsOf, sweepAnswers, sweepCalls, writeSettings, type StoredProvider, type Verdict } from './language-models.store.ts';
import { providerTestPrompt, testProvider, type TestOutcome } from './provider-test.ts';
import { figuresByPrompt, figuresSince } from './statistics.store.ts';

export interface LanguageModelsParts extends Pick<LlmParts, 'database' | 'now' | 'newId' | 'randomBytes' | 'sleep' | 'createModel' | 'detectLanguage'> {
  readonly chains: Chains;
  readonly sealer: Sealer;
  readonly llm: Llm;
}

const dayMilliseconds = 86_400_000;
/** For comparing prompts, and no longer than that is of use. */
const callDays = 180;

export type LanguageModelsService = ReturnType<typeof createLanguageModelsService>;
type CircuitStatus = 'off' | 'ok' | 'degraded' | 'down';

export function createLanguageModelsService(parts: LanguageModelsParts) {
  const { database, now, newId, chains, sealer, llm } = parts;

  async function read(tx: Transaction, organisationId: string): Promise<LanguageModels> {
    const since = (days: number) => figuresSince(tx, new Date(now() - days * dayMilliseconds), providerTestPrompt);
    const chain = chains.inForce(organisationId, await settingsOf(tx));
    const [lastDay, lastWeek, prompts] = [await since(1), await since(7), await figuresByPrompt(tx, providerTestPrompt)];
    return {
      source: chain.source, providers: presentProviders(chain, llm), dailyTokens: chain.dailyTokens, tokensToday: await tokensToday(tx, now()), installationOrigins: [...chains.origins], lastDay: mutable(lastDay), lastWeek: mutable(lastWeek), prompts: mutable(prompts),
    };
  }

  /** The provider as it will be kept, with the key that was given or the one that it had. */
  function keep(organisationId: string, given: GivenProvider, index: number, before: StoredProvider | undefined): StoredProvider {
    if (given.id !== undefined && before === undefined) throw new Failure('language-models.provider-unknown', { params: { index } });
    const address = allowedAddress(given.address, chains.origins);
    if (address === null) throw new Failure('language-models.address-not-allowed', { params: { index } });
    const id = before?.id ?? newId();
    if (typeof given.key === 'string') return storedOf(given, id, address, sealer.seal(given.key, keyLabel(organisationId, id)));
    const kept = given.key === null ? null : before?.sealedKey ?? null;
    // Else whoever may change an address could have another's key sent to a server of their own.
    if (kept !== null && (before?.address !== address || before.kind !== given.kind)) throw new Failure('language-models.key-needed', { params: { index } });
    return storedOf(given, id, address, kept);
  }

  return {
    health(): { status: CircuitStatus; providers: { kind: LanguageModels['providers'][number]['kind']; state: LanguageModels['providers'][number]['state'] }[] } {
      const providers = chains.installation.providers.map((provider) => ({ kind: provider.kind, state: llm.stateOf(provider) }));
      return { status: statusOf(providers.map(({ state }) => state)), providers };
    },

    read: ({ organisationId }: Person) => database.transaction({ organisationId }, (tx) => read(tx, organisationId)),

    async change(person: Person, { providers, dailyTokens }: { readonly providers: readonly GivenProvider[]; readonly dailyTokens: number }): Promise<LanguageModels> {
      return database.transaction(person, async (tx) => {
        const unclaimed = new Map((await settingsOf(tx))?.providers.map((provider) => [provider.id, provider]));
        const kept = providers.map((given, index) => {
          const before = given.id === undefined ? undefined : unclaimed.get(given.id);
          if (before !== undefined) unclaimed.delete(before.id);
          return keep(person.organisationId, given, index, before);
        });
        await writeSettings(tx, person, { providers: kept, dailyTokens }, new Date(now()));
        return read(tx, person.organisationId);
      });
    },

    async reset(person: Person): Promise<LanguageModels> {
      return database.transaction(person, async (tx) => {
        await deleteSettings(tx);
        return read(tx, person.organisationId);
      });
    },

    async test(person: Person, index: number, asked: { readonly signal: AbortSignal; readonly onProgress?: Parameters<typeof testProvider>[1]['onProgress'] }): Promise<TestOutcome> {
      const { organisationId, userId } = person;
      const provider = (await database.transaction(person, async (tx) => chains.inForce(organisationId, await settingsOf(tx)))).providers[index];
      if (provider === undefined) throw new Failure('language-models.provider-unknown');
      const outcome = await testProvider(provider, { ...parts, ...asked });
      if (outcome.answered) llm.answersAgain(provider);
      await database.transaction(person, (tx) => insertCall(tx, {
        id: newId(), organisationId, userId, prompt: providerTestPrompt, provider: outcome.answered ? provider.kind : null, model: outcome.answered ? provider.model : null, outcome: outcome.answered ? 'answered' : 'fell-back',
        fallbackReason: outcome.answered ? null : outcome.failures.at(-1) ?? 'unreachable', latencyMilliseconds: outcome.latencyMilliseconds, inputTokens: outcome.tokens.input, outputTokens: outcome.tokens.output,
        repaired: outcome.repaired, failures: outcome.failures.map((kind) => ({ provider: provider.kind, kind })), injections: [], createdAt: new Date(now()),
      }));
      return outcome;
    },

    async giveVerdict(person: Person, { callId, verdict, reason }: { readonly callId: string; readonly verdict: Verdict; readonly reason?: string | undefined }): Promise<void> {
      await database.transaction(person, async (tx) => {
        if (await giveVerdict(tx, person, callId, verdict, reason ?? null)) return;
        throw new Failure((await isOwnCall(tx, person, callId)) ? 'language-models.verdict-given' : 'language-models.call-unknown');
      });
    },
  };
}

function presentProviders({ providers, ids }: ChainInForce, llm: Llm): LanguageModels['providers'] {
  return providers.map((provider, index) => {
    const { kind, baseUrl, model, local, key, contextTokens, timeoutSeconds, atOnce } = provider;
    const { origin, pathname } = new URL(baseUrl);
    return { id: ids[index] ?? null, kind, address: `${origin}${pathname}`.replace(/\/$/, ''), model, local, hasKey: key !== null, contextTokens, timeoutSeconds, atOnce, state: llm.stateOf(provider) };
  });
}

function statusOf(states: readonly string[]): CircuitStatus {
  if (states.length === 0) return 'off';
  const closed = states.filter((state) => state === 'closed').length;
  if (closed === states.length) return 'ok';
  return states.every((state) => state === 'open') ? 'down' : 'degraded';
}

/** Answers past their time, and calls that no prompt is compared by any more. */
export async function sweep(database: Database, organisationIds: readonly string[], nowMilliseconds: number): Promise<void> {
  for (const organisationId of organisationIds) {
    await database.transaction({ organisationId }, async (tx) => {
      await sweepAnswers(tx, new Date(nowMilliseconds));
      await sweepCalls(tx, new Date(nowMilliseconds - callDays * dayMilliseconds));
    });
  }
}
