/** A chain while it is being written: texts as they stand in the fields. */
import type { Api, LanguageModels } from '@cairn/contracts';

type Given = Api['PUT /language-models']['request']['body'];
type Kind = LanguageModels['providers'][number]['kind'];

export interface ProviderDraft {
  /** Of the row on the page. */
  readonly row: string;
  readonly id: string | null;
  readonly kind: Kind;
  readonly address: string;
  readonly model: string;
  /** Empty: the kept one stays. */
  readonly key: string;
  readonly hasKey: boolean;
  readonly dropsKey: boolean;
  readonly contextTokens: string;
  readonly timeoutSeconds: string;
  readonly atOnce: string;
}

export const kinds: readonly Kind[] = ['ollama', 'openai', 'anthropic'];
export const mostProviders = 5;

/** Where servers of a kind usually are. */
const usualAddress: Readonly<Record<Kind, string>> = { ollama: '', openai: 'https://api.openai.com/v1', anthropic: 'https://api.anthropic.com/v1' };

export function emptyDraft(row: string, kind: Kind = 'openai'): ProviderDraft {
  return { row, id: null, kind, address: usualAddress[kind], model: '', key: '', hasKey: false, dropsKey: false, contextTokens: '', timeoutSeconds: '', atOnce: '' };
}

/** Another kind has another usual address; one that was typed stays. */
export function withKind(draft: ProviderDraft, kind: Kind): ProviderDraft {
  return { ...draft, kind, address: draft.address === usualAddress[draft.kind] ? usualAddress[kind] : draft.address };
}

/** The organisation's own chain as it is; with none, one provider to begin with. */
export function draftsOf({ source, providers }: LanguageModels, newRow: () => string): ProviderDraft[] {
  if (source === 'installation') return [emptyDraft(newRow())];
  return providers.map(({ id, kind, address, model, hasKey, contextTokens, timeoutSeconds, atOnce }) => ({
    row: newRow(), id, kind, address, model, key: '', hasKey, dropsKey: false, contextTokens: String(contextTokens), timeoutSeconds: String(timeoutSeconds), atOnce: String(atOnce),
  }));
}

export function moved(drafts: readonly ProviderDraft[], from: number, to: number): ProviderDraft[] {
  const rest = drafts.filter((_, index) => index !== from);
  const draft = drafts[from];
  return draft === undefined ? rest : [...rest.slice(0, to), draft, ...rest.slice(to)];
}

export function givenOf(drafts: readonly ProviderDraft[], dailyTokens: string): Given {
  return {
    dailyTokens: Number(dailyTokens),
    providers: drafts.map(({ id, kind, address, model, key, dropsKey, contextTokens, timeoutSeconds, atOnce }) => ({
      kind, address: address.trim(), model: model.trim(), ...(id !== null && { id }), ...keyOf(key.trim(), dropsKey),
      ...(contextTokens !== '' && { contextTokens: Number(contextTokens) }), ...(timeoutSeconds !== '' && { timeoutSeconds: Number(timeoutSeconds) }), ...(atOnce !== '' && { atOnce: Number(atOnce) }),
    })),
  };
}

const keyOf = (key: string, drops: boolean): { key?: string | null } => (key !== '' ? { key } : drops ? { key: null } : {});
