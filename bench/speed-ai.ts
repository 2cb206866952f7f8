/**
 * The four AI endpoints of the real server without a model, over HTTP, one question after the other, each about another role or
 * skill: how long somebody waits for the whole answer. Answers are not kept without a model, so each is made anew.
 */
import { loadKnowledge } from '@cairn/knowledge';
import { loadLearningMaterial } from '@cairn/knowledge/learning';
import { newInstallation } from './installation.ts';
import type { BenchRow } from './row.ts';
import { percentile } from './statistics.ts';

const asked = 200;
const warming = 10;
const barMilliseconds = 100;

export async function measureAiSpeed(): Promise<BenchRow[]> {
  const installation = newInstallation();
  try {
    const { address, signIns } = await installation.serve({ environment: { CAIRN_RATE_PERSON: '1000000/1s', CAIRN_RATE_PERSON_BURST: '1000000', CAIRN_RATE_AI: '1000000/1s' } });
    const post = async (path: string, token: string, body: unknown): Promise<Response> => fetch(`${address}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) });
    const { accessToken } = (await (await post('/auth/login', '', signIns.get('student'))).json()) as { accessToken: string };
    const { roles } = loadKnowledge();
    const skills = [...new Set(loadLearningMaterial().questions.map(({ skillId }) => skillId))];
    const roleAt = (at: number) => roles[at % roles.length]?.id;
    const kinds = [
      { name: 'roadmap', bodyAt: (at: number) => ({ targetRole: roleAt(at), hoursPerWeek: 8, currentSkills: ['SQL', 'English'] }) },
      { name: 'skills', bodyAt: (at: number) => ({ targetRole: roleAt(at) }) },
      { name: 'interview-prep', bodyAt: (at: number) => ({ role: roleAt(at) }) },
      { name: 'quiz', bodyAt: (at: number) => ({ skill: skills[at % skills.length], count: 10 }) },
    ];
    const rows: BenchRow[] = [];
    for (const { name, bodyAt } of kinds) {
      const milliseconds: number[] = [];
      for (let at = 0; at < warming + asked; at += 1) {
        const begun = performance.now();
        const answer = await post(`/ai/${name}`, accessToken, bodyAt(at));
        const body = await answer.text();
        if (at >= warming) milliseconds.push(performance.now() - begun);
        if (answer.status !== 200) throw new Error(`POST /ai/${name} answered ${answer.status}: ${body.slice(0, 200)}`);
      }
      rows.push({ id: `ai.${name}.p95-ms`, label: `POST /ai/${name} without a model, over HTTP: p95 ms`, value: percentile(milliseconds, 0.95), bar: barMilliseconds, lowerIsBetter: true, n: asked });
    }
    return rows;
  } finally {
    await installation.remove();
  }
}
