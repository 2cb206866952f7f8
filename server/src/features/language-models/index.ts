import { detectLanguage } from '@cairn/engine/text';
import { setTimeout as wait } from 'node:timers/promises';
import type { Http } from '../../platform/http/http.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { createLlm, type Llm, type LlmParts } from '../../platform/llm/llm.ts';
import { createModel, type Chain } from '../../platform/llm/provider.ts';
import { createSealer } from '../../platform/sealed.ts';
import { createChains } from './chain.ts';
import { languageModelsRoutes } from './language-models.routes.ts';
import { createLanguageModelsService, sweep } from './language-models.service.ts';
import { settingsOf } from './language-models.store.ts';

export { languageModelsData } from './language-models-data.ts';

export interface LanguageModelsDeps extends Pick<LlmParts, 'database' | 'log' | 'now' | 'newId' | 'randomBytes'> {
  /** The installation's. */
  readonly installation: Chain;
  readonly secret: string;
  readonly jobs: Pick<Jobs, 'chore'>;
  readonly organisationIds: () => Promise<readonly string[]>;
}

export interface LanguageModelsFeature {
  /** What other features ask. */
  readonly llm: Llm;
  register(http: Pick<Http, 'implement'>): void;
}

export function createLanguageModels({ installation, secret, jobs, organisationIds, ...deps }: LanguageModelsDeps): LanguageModelsFeature {
  const { database, now, randomBytes } = deps;
  const sealer = createSealer(secret, 'language model keys', randomBytes);
  const chains = createChains(installation, sealer);
  const parts = {
    ...deps, createModel,
    sleep: (milliseconds: number, signal: AbortSignal) => wait(milliseconds, undefined, { signal }),
    detectLanguage: (text: string) => detectLanguage(text).language,
    chainOf: (organisationId: string) => database.transaction({ organisationId }, async (tx) => chains.inForce(organisationId, await settingsOf(tx))),
  };
  const llm = createLlm(parts);
  jobs.chore('language-models.sweep', '37 * * * *', async () => sweep(database, await organisationIds(), now()));
  return { llm, register: (http) => { languageModelsRoutes(http, createLanguageModelsService({ ...parts, chains, sealer, llm })); } };
}
