import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseNext, choosePlacement, type BankItem, type ChoiceRequest, type ItemMemory } from './choose-next.ts';
import { difficultyOfLevel } from './item-prior.ts';

const levels = [1, 2, 3, 4] as const;
const bank: BankItem[] = ['git', 'sql'].flatMap((skillId) => levels.flatMap((level) => [1, 2, 3].map((at) => ({ questionId: `${skillId}-${level}-${at}`, skillId, level, parameters: { discrimination: 1.22, difficulty: difficultyOfLevel[level], guessing: 0.25 } }))));
const request = (more: Partial<ChoiceRequest> = {}): ChoiceRequest => ({ bank, histories: [], memories: [], asked: [], today: '2026-11-28', memoryFactor: 1, chance: 0, ...more });
const memory = (questionId: string, dueOn: string, more: Partial<ItemMemory> = {}): ItemMemory => ({ questionId, dueOn, stability: 5, difficulty: 5, elapsedDays: 5, ...more });

describe('the next question', () => {
  test('is the due one that is most likely forgotten', () => {
    const memories = [memory('git-1-1', '2026-11-28'), memory('git-2-1', '2026-11-20', { elapsedDays: 30 }), memory('sql-1-1', '2026-11-29', { elapsedDays: 90 })];
    expect(chooseNext(request({ memories }))).toMatchObject({ questionId: 'git-2-1', share: 'due' });
  });
  test('is not one that is known and not due', () => {
    const memories = bank.map(({ questionId }) => memory(questionId, '2026-12-01'));
    expect(chooseNext(request({ memories }))).toBeNull();
  });
  test('is of a weak level before a new one, where nothing is due', () => {
    expect(chooseNext(request({ histories: [{ skillId: 'sql', responses: [], mastery: [{ level: 2, probability: 0.2 }] }] }))).toMatchObject({ share: 'weak', questionId: expect.stringContaining('sql-2') });
  });
  test('is harder for who is better', () => {
    const levelOf = (score: number) => Number(chooseNext(request({ histories: [{ skillId: 'git', responses: Array.from({ length: 10 }, () => ({ item: { discrimination: 1.2, difficulty: 0, guessing: 0 }, score })), mastery: [] }] }))?.questionId.split('-')[1]);
    expect(levelOf(1)).toBeGreaterThan(levelOf(0));
  });
  test('takes turns among the skills', () => {
    expect(chooseNext(request({ asked: [{ questionId: 'git-1-1', skillId: 'git', share: 'new' }] }))?.questionId).toContain('sql');
  });
  test('mixes two of five that are due with weak and new ones', () => {
    const asked: ChoiceRequest['asked'][number][] = [];
    const histories = [{ skillId: 'git', responses: [], mastery: [{ level: 1 as const, probability: 0.1 }, { level: 2 as const, probability: 0.3 }] }];
    const memories = bank.filter(({ skillId }) => skillId === 'sql').map(({ questionId }) => memory(questionId, '2026-11-01'));
    for (let count = 0; count < 10; count += 1) {
      const choice = chooseNext(request({ asked, histories, memories }));
      if (choice !== null) asked.push({ ...choice, skillId: choice.questionId.split('-')[0] ?? '' });
    }
    expect([...Map.groupBy(asked, ({ share }) => share)].map(([share, some]) => [share, some.length]).toSorted()).toEqual([['due', 4], ['new', 3], ['weak', 3]]);
  });
  test('is never asked twice, and what can be asked is, whatever chance says', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 30, maxLength: 30 }), fc.subarray(bank), (chances, due) => {
      const memories = due.map(({ questionId }) => memory(questionId, '2026-11-28'));
      const asked: ChoiceRequest['asked'][number][] = [];
      for (const chance of chances) {
        const choice = chooseNext(request({ memories, asked, chance }));
        if (choice === null) break;
        asked.push({ ...choice, skillId: choice.questionId.split('-')[0] ?? '' });
      }
      expect(new Set(asked.map(({ questionId }) => questionId)).size).toBe(bank.length);
      expect(asked).toHaveLength(bank.length);
    }));
  });
});

test('a placement asks what says most about the ability, and nothing twice', () => {
  const first = choosePlacement(bank, [], new Set(), 0);
  expect(first?.questionId).toMatch(/-[23]-/);
  expect(choosePlacement(bank, [], new Set([first?.questionId ?? '']), 0)?.questionId).not.toBe(first?.questionId);
  expect(choosePlacement(bank, [], new Set(bank.map(({ questionId }) => questionId)), 0)).toBeNull();
});
