import { ESLint } from 'eslint';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const eslint = new ESLint({ cwd: root });

/** Flat config replaces `no-restricted-syntax` in a later block, so each zone is tried with each ban that holds there. */
const banned: [zone: string, file: string, source: string][] = [
  ['engine reads no clock', 'engine/gap/x.ts', 'export const x = Date.now();'],
  ['engine makes no date of now', 'engine/gap/x.ts', 'export const x = new Date();'],
  ['engine throws no dice', 'engine/gap/x.ts', 'export const x = Math.random();'],
  ['engine makes no ids', 'engine/gap/x.ts', 'export const x = crypto.randomUUID();'],
  ['engine measures no time', 'engine/gap/x.ts', 'export const x = performance.now();'],
  ['engine reads no environment', 'engine/gap/x.ts', 'export const x = process.env.X;'],
  ['engine names its exports', 'engine/gap/x.ts', 'export default 1;'],
  ['server reads settings in one file', 'server/src/features/gap/gap.service.ts', 'export const x = process.env.X;'],
  ['server names its exports', 'server/src/features/gap/gap.service.ts', 'export default 1;'],
  ['settings still name their exports', 'server/src/platform/settings.ts', 'export default 1;'],
  ['pages hold no words', 'web/src/features/gap/x.tsx', 'export const X = () => <p>Hello</p>;'],
  ['pages hold no words of another script', 'web/src/features/gap/x.tsx', 'export const X = () => <p>नमस्ते</p>;'],
  ['labels hold no words', 'web/src/features/gap/x.tsx', 'export const X = () => <input aria-label="Name" />;'],
  ['pages read no environment', 'web/src/features/gap/x.tsx', 'export const x = process.env.X;'],
  ['tests read no environment', 'engine/gap/x.test.ts', 'export const x = process.env.X;'],
];

describe('the lint rules', () => {
  test.each(banned)('%s', async (_zone, file, source) => {
    const [result] = await eslint.lintText(source, { filePath: resolve(root, file) });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-syntax');
  });

  test('engine types know no node and no browser', async () => {
    const { default: config } = (await import('../engine/tsconfig.json', { with: { type: 'json' } })) as { default: { compilerOptions: { lib: string[]; types: string[] } } };
    expect(config.compilerOptions).toMatchObject({ lib: ['ES2024'], types: [] });
  });

  test('console is for commands', async () => {
    const lint = async (file: string) => (await eslint.lintText("console.log('x');\nexport {};\n", { filePath: resolve(root, file) }))[0]?.messages.map(({ ruleId }) => ruleId) ?? [];
    expect(await lint('server/src/features/gap/gap.service.ts')).toContain('no-console');
    expect(await lint('server/src/commands/serve.ts')).not.toContain('no-console');
  });
});
