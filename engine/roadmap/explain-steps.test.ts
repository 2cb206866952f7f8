import { expect, it } from 'vitest';
import { wordInEnglish } from './english.ts';
import { aKnowledge, aRequest, aSkill, planOf } from './test-support/fixtures.ts';

it('says of each step what asks for it, what needs it, what waits for it and what it opens', () => {
  const skills = [
    aSkill('js', { name: 'JavaScript', hours: [25, 25, 25, 25] }),
    aSkill('react', { name: 'React', hours: [25, 25, 25, 25], prerequisites: [{ id: 'js', level: 2 }] }),
    aSkill('vue', { name: 'Vue', hours: [25, 25, 25, 25], prerequisites: [{ id: 'js', level: 2 }] }),
  ];
  const targets = [{ skillId: 'react', level: 1, importance: 90 }, { skillId: 'vue', level: 1, importance: 40 }, { skillId: 'js', level: 1, importance: 10 }] as const;
  const plan = planOf(aRequest({ targets }), aKnowledge({ skills }));
  const told = Object.fromEntries(plan.steps.map((step) => [`${step.skillId}.${step.level}`, step.reasons.map((reason) => `${wordInEnglish(reason.what)} ${Math.round(reason.effect * 1000)}`)]));
  expect(told).toEqual({
    'js.1': ['JavaScript is asked for (importance 10 of 100). 20', 'React needs it, and so do others that are asked for (1). 130', 'React waits for it, so it comes earlier. 30'],
    'js.2': ['React needs it, and so do others that are asked for (1). 130', 'React waits for it, so it comes earlier. 50', 'After it you can begin React, Vue. 0'],
    'react.1': ['React is asked for (importance 90 of 100). 180'],
    'vue.1': ['Vue is asked for (importance 40 of 100). 80'],
  });
});
