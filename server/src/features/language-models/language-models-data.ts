import { sql } from '../../platform/database/sql.ts';
import type { PersonalData } from '../profile/index.ts';

/** What this feature holds about a person, for their export and their erasure. */
export const languageModelsData: PersonalData = {
  name: 'language-models',
  async export(tx, { userId }) {
    return [
      { path: 'calls.json', json: await tx.query(sql`
        select id, prompt, provider, model, outcome, fallback_reason as "fallbackReason", latency_ms as "latencyMilliseconds", input_tokens as "inputTokens", output_tokens as "outputTokens",
          injections, verdict, verdict_reason as "verdictReason", created_at as "createdAt"
        from llm_call where user_id = ${userId} order by created_at, id`) },
      { path: 'kept-answers.json', json: await tx.query(sql`select output, provider, model, expires_at as "expiresAt" from llm_answer where user_id = ${userId} order by expires_at`) },
    ];
  },
  /** That a call was made stays among the organisation's figures, without whose it was and without what they wrote. */
  async erase(tx, { userId }) {
    await tx.query(sql`delete from llm_answer where user_id = ${userId}`);
    await tx.query(sql`update llm_call set user_id = null, verdict_reason = null where user_id = ${userId}`);
  },
};
