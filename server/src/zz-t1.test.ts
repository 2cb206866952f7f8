import { afterAll, beforeAll, test } from 'vitest';
import { testApp, type TestApp } from './test-support/app.ts';
import { makePdf } from './features/resume/reading/test-support/files.ts';
let app: TestApp;
beforeAll(async () => { app = await testApp({}); });
afterAll(() => app.close());
test('x', async () => {
  const api = app.as(await app.make.person());
  await api.upload('/resumes', { file: { name: 'a.txt', content: 'Asha\n\nSkills\nPython' } });
  const fill = (s: string, line = 1e9) => { let out = ''; let l = 0; while (out.length < 115_000) { out += s; l += s.length; if (l > line) { out += '\n'; l = 0; } } return out; };
  const shapes: [string, string | Uint8Array][] = [];
  for (const [k, s] of Object.entries({ words: 'Python and SQL ', commas: 'Python, ', mails: 'a@a.co ', digits: '98200 12345 ', digitsonly: '9', dates: 'Jan 2020 - ', dates2: '2020-2021 ', urls: 'http://a.b/c ', hyph: '- ', paren: '(', bar: '| ', dot: '.', letters: 'a', caps: 'EXPERIENCE ', colon: 'a: ', cgpa: 'CGPA 8.4/10 ', spaces: ' x        ', dev: 'नमस्ते ', comb: 'a\u0301' })) {
    shapes.push([`${k}.txt`, fill(s)], [`${k}-lines.txt`, fill(s, 65)]);
  }
  shapes.push(['heads.txt', 'Experience\n'.repeat(1790)], ['entries.txt', 'Dev, Acme\nJan 2020 - Feb 2021\n'.repeat(890)], ['bul.txt', 'Experience\nDev, Acme\n2020 - 2021\n' + '- Python\n'.repeat(1780)]);
  shapes.push(['entries.json', JSON.stringify({ basics: { name: 'A' }, work: Array.from({ length: 1000 }, (_, i) => ({ name: 'Acme' + i, position: 'Dev', startDate: '2020', highlights: ['Python and SQL'] })) })]);
  shapes.push(['md.md', '| a '.repeat(28000)], ['md2.md', '# Python\n'.repeat(1790)], ['md3.md', '*'.repeat(115000)], ['md4.md', '['.repeat(115000)], ['md5.md', '[a]('.repeat(28000)]);
  shapes.push(['chars.pdf', await makePdf((d) => { d.fontSize(3); for (let p = 0; p < 25; p++) { for (let i = 0; i < 1800; i++) d.text('ab', 20 + (i % 40) * 13, 20 + Math.floor(i / 40) * 16, { lineBreak: false }); if (p < 24) d.addPage(); } })]);
  shapes.push(['dense.pdf', await makePdf((d) => { d.fontSize(4); for (let p = 0; p < 3; p++) { for (let i = 0; i < 180; i++) d.text('Python and SQL with Django, Acme 2020 - 2021 and more words '.repeat(3), 20, 20 + i * 4.2, { lineBreak: false }); if (p < 2) d.addPage(); } })]);
  for (const [name, content] of shapes) {
    let worst = 0; let last = performance.now();
    const timer = setInterval(() => { worst = Math.max(worst, performance.now() - last); last = performance.now(); }, 5);
    const b = performance.now();
    const a = await api.upload('/resumes', { file: { name, content } });
    await new Promise((r) => setTimeout(r, 20));
    const up = performance.now() - b; const w1 = worst; worst = 0; last = performance.now();
    const g = a.status === 201 ? await api.get('/me/skills') : null;
    const w2 = (await new Promise((r) => setTimeout(r, 20)), worst);
    clearInterval(timer);
    console.log(name, content.length, a.status, a.body.code, up.toFixed(0), 'ms, loop blocked', w1.toFixed(0), 'ms; skills', g?.status, w2.toFixed(0));
  }
}, 600_000);
