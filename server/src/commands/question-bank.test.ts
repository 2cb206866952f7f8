/** What only the judge and the languages themselves can say of the bank. */
import type { BankQuestion, OutputQuestion, TextQuestion } from '@cairn/engine/learning';
import { judgeAnswer } from '@cairn/engine/learning';
import { loadLearningMaterial } from '@cairn/knowledge/learning';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const { questions } = loadLearningMaterial();

test('each model answer makes every point of its rubric, each weak answer less than half', () => {
  const texts = questions.filter((question): question is BankQuestion & TextQuestion => question.kind === 'text');
  const missed = texts.flatMap(({ id, ...question }) => {
    const { rubric } = judgeAnswer({ id, ...question }, { kind: 'text', text: question.modelAnswer });
    const weak = judgeAnswer({ id, ...question }, { kind: 'text', text: question.weakAnswer });
    return [
      ...(rubric?.points ?? []).filter(({ made }) => !made).map(({ point }) => `${id}: the model answer misses "${point}"`),
      ...(weak.score >= 0.5 ? [`${id}: the weak answer gets ${weak.score}`] : []),
    ];
  });
  expect(missed).toEqual([]);
});

test('no common mistake is a right answer', () => {
  const right = questions.flatMap((question) => (question.kind === 'output' || question.kind === 'blank'
    ? question.mistakes.filter(({ answer }) => judgeAnswer(question, { kind: question.kind, text: answer }).right).map(({ answer }) => `${question.id}: ${answer}`)
    : []));
  expect(right).toEqual([]);
});

/** Python itself rather than the script that chooses one of several, which takes ten times as long as a program. */
const python = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).stdout?.trim() || 'python3';

/** The commands that run a program from its standard input. */
const runners: Readonly<Record<string, readonly [string, ...string[]]>> = {
  javascript: [process.execPath, '-'],
  typescript: [process.execPath, '--input-type=module-typescript', '-'],
  python: [python, '-'],
  bash: ['bash', '-s'],
};

describe.each(Object.entries(runners))('programs in %s', (language, [command, ...parameters]) => {
  const programs = questions.filter((question): question is BankQuestion & OutputQuestion => question.kind === 'output' && question.code.language === language);
  const isThere = spawnSync(command, ['--version']).status === 0;

  test.skipIf(!isThere || programs.length === 0)('print what their question says', { timeout: 120_000 }, () => {
    const wrong = programs.flatMap((question) => {
      const { stdout, stderr } = spawnSync(command, parameters, { input: question.code.text, encoding: 'utf8', timeout: 10_000 });
      return judgeAnswer(question, { kind: 'output', text: stdout }).right ? [] : [`${question.id}: prints ${JSON.stringify(stdout)} ${stderr.split('\n').at(-2) ?? ''}, not ${JSON.stringify(question.output)}`];
    });
    expect(wrong).toEqual([]);
  });
});
