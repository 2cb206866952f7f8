import { expect, test } from 'vitest';
import { normaliseForm, visitWaysOfWriting } from './forms.ts';

function waysOfWriting(written: string, ambiguous: boolean): string[] {
  const ways = new Set<string>();
  let whole = '';
  visitWaysOfWriting(written, normaliseForm(written), ambiguous, {
    whole: (way) => ways.add(whole = way),
    ended: (cut, ending) => ways.add(whole.slice(0, whole.length - cut) + ending),
  });
  return [...ways];
}

test.each([
  ['REST API', ['rest api', 'rest apis', 'restapi']],
  ['Data Structures', ['data structure']],
  ['Case Study', ['case studies']],
  ['Node.js', ['node js', 'nodejs']],
  ['CI/CD', ['ci cd', 'cicd', 'ci / cd']],
  ['R&D', ['r & d', 'r and d']],
  ['front-end', ['front end', 'frontend']],
  ['JavaScript', ['java script']],
  ['Data Visualisation', ['data visualization']],
  ['data modelling', ['data modeling']],
  ['Haematology', ['hematology']],
  ['hemodialysis', ['haemodialysis']],
  ['Paediatric nursing', ['pediatric nursing']],
  ['anaesthesia assistance', ['anesthesia assistance']],
  ['Fibre optics', ['fiber optics']],
  ['Jewellery making', ['jewelry making']],
  ['लेखाशास्त्र', ['लेखाशास्त्रात', 'लेखाशास्त्राची']],
  ['शेती', ['शेतीत', 'शेतीमध्ये']],
  ['ট্যালি', ['ট্যালিতে', 'ট্যালির']],
  ['গণিত', ['গণিতে', 'গণিতের']],
  ['ખેતી', ['ખેતીમાં', 'ખેતીનું']],
  ['கணிதம்', ['கணிதத்தில்', 'கணிதத்தை']],
  ['வேதியியல்', ['வேதியியலில்', 'வேதியியலை']],
  ['వ్యవసాయం', ['వ్యవసాయంలో', 'వ్యవసాయాన్ని']],
  ['అకౌంటింగ్', ['అకౌంటింగ్లో']],
])('%s may also be written %j', (written, expected) => {
  expect(waysOfWriting(written, false)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['MySQL', 'my sql'],
  ['Statistics', 'statistic'],
  ['C', 'cs'],
  ['.NET', 'net'],
  ['Machine Learning', 'machine learnings'],
  ['chemistry', 'chaemistry'],
  ['laboratory', 'labouratory'],
  ['ಗಣಿತ', 'ಗಣಿತలో'],
])('%s is not written %j', (written, other) => {
  expect(waysOfWriting(written, false)).not.toContain(other);
});

test('an ambiguous form has no inflections: they are ordinary words', () => {
  expect(waysOfWriting('React', true)).toEqual(['react']);
});
