import { languageModels } from '@cairn/contracts';
import type { Http } from '../../platform/http/http.ts';
import type { LanguageModelsService } from './language-models.service.ts';

export function languageModelsRoutes({ implement }: Pick<Http, 'implement'>, service: LanguageModelsService): void {
  implement(languageModels.health, () => ({ status: 200, body: service.health() }));
  implement(languageModels.read, async ({ person }) => ({ status: 200, body: await service.read(person) }));
  implement(languageModels.change, async ({ person, body }) => ({ status: 200, body: await service.change(person, body) }));
  implement(languageModels.reset, async ({ person }) => ({ status: 200, body: await service.reset(person) }));
  implement(languageModels.test, async ({ person, body, signal, onProgress }) => {
    const { answered, latencyMilliseconds, tokens, failures } = await service.test(person, body.index, { signal, onProgress: onProgress && (({ step }) => { onProgress({ step }); }) });
    return { status: 200, body: { answered, latencyMs: latencyMilliseconds, inputTokens: tokens.input, outputTokens: tokens.output, failure: answered ? null : failures.at(-1) ?? null } };
  });
  implement(languageModels.feedback, async ({ person, body }) => {
    await service.giveVerdict(person, body);
    return { status: 204 };
  });
}
