import type { BankQuestion } from '@cairn/engine/learning';
import { loadLearningMaterial } from '@cairn/knowledge/learning';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { llmStandIn, type LlmStandIn } from '../server/src/test-support/llm-stand-in.ts';
import type { TestOrganisation } from '../server/src/test-support/factories.ts';
import { axeViolations, launchBrowser, openPage, settled } from './support/browser.ts';
import { ownCairn, type OwnCairn } from './support/own-cairn.ts';
import { signIn, type Credentials } from './support/people.ts';
import { wordsOf } from './support/words.ts';

const learning = wordsOf('en', 'learning');
const common = wordsOf('en', 'common');
const advisor = wordsOf('en', 'advisor');
const tutor = wordsOf('en', 'tutor');
const progress = wordsOf('en', 'progress');
const bank = new Map(loadLearningMaterial().questions.map((question) => [question.ask, question]));

let browser: Browser;
let server: LlmStandIn;
let cairn: OwnCairn;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), llmStandIn()]);
  cairn = await ownCairn({ environment: { CAIRN_LLM_CHAIN: `ollama+${server.url}#mistral:7b-instruct` } });
});
afterAll(async () => {
  await browser.close();
  await cairn.stop();
  await server.close();
});

const enter = (page: Page, who: Credentials) => signIn(page, { address: cairn.address, printed: '', dataDirectory: '' }, who);

async function practise(page: Page, skill: string): Promise<void> {
  await page.goto('/learn');
  await settled(page);
  await page.getByRole('combobox', { name: learning('any.skill') }).fill(skill);
  await page.getByRole('option', { name: skill, exact: true }).click();
  await page.getByRole('button', { name: learning('practise'), exact: true }).click();
  await page.waitForURL('**/learn/sessions/*');
  await settled(page);
}

/** The open question, as the page has it and as the bank does. */
async function asked(page: Page): Promise<{ parts: string[]; question: BankQuestion }> {
  const { current } = (await (await page.request.get(`/api/v1/learning/sessions/${page.url().split('/').at(-1) ?? ''}`)).json()) as { current: { ask: string; parts: string[] } };
  const question = bank.get(current.ask);
  if (question === undefined) throw new Error(`No question of the bank asks: ${current.ask}`);
  return { parts: current.parts, question };
}

/** Answers as somebody does who has it wrong. */
async function answerWrongly(page: Page): Promise<void> {
  const { parts, question } = await asked(page);
  if (question.kind === 'single' || question.kind === 'multiple') {
    const wrong = question.options.find(({ right }) => !right)?.text ?? '';
    await page.getByRole(question.kind === 'single' ? 'radio' : 'checkbox').nth(parts.indexOf(wrong)).check();
  } else if (question.kind !== 'order') await page.getByRole('main').getByRole('textbox').fill('Something else altogether');
  await page.getByRole('button', { name: learning(question.kind === 'order' ? 'unknown' : 'check'), exact: true }).click();
  await page.getByRole('heading', { name: learning('verdict.wrong') }).or(page.getByRole('heading', { name: learning('verdict.partly') })).waitFor();
}

/** What a page shows of a text in which code stands between backquotes: its longest stretch without any. */
const stretchOf = (text: string): string => text.split('`').filter((_, at) => at % 2 === 0).toSorted((one, other) => other.length - one.length)[0]?.trim() ?? '';

describe('learning', () => {
  test('a wrong answer after a hint is explained, and asked again days later', async () => {
    const { page, complaints } = await openPage(browser, cairn.address, { width: 360, height: 800 });
    const student = await cairn.student('Ishani Deshpande');
    await enter(page, student);
    await practise(page, 'Git');
    const { question } = await asked(page);
    await page.getByRole('button', { name: learning('hint.take', { number: '1' }) }).click();
    await page.getByText(stretchOf(question.hints[0])).waitFor();
    await answerWrongly(page);
    await page.getByText(stretchOf(question.explanation)).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: learning('next'), exact: true }).click();
    await page.getByRole('button', { name: learning('session.finish') }).click();
    await page.getByRole('heading', { name: learning('summary.back') }).waitFor();

    cairn.wait(4);
    await enter(page, student);
    await page.goto('/learn');
    await page.getByRole('heading', { name: learning('due.title') }).waitFor();
    await page.getByRole('button', { name: learning('start_other', { count: '15' }) }).click();
    await page.waitForURL('**/learn/sessions/*');
    await settled(page);
    expect((await asked(page)).question.id).toBe(question.id);
    expect(complaints).toEqual([]);
  });

  test('moves the dashboard in a second tab', async () => {
    const { page } = await openPage(browser, cairn.address);
    await enter(page, await cairn.student('Farhan Qureshi'));
    const planned = await page.request.post('/api/v1/roadmaps', { data: { targetRoleId: 'data-analyst', hoursPerWeek: 6 }, headers: { origin: cairn.address } });
    expect(planned.status()).toBe(201);
    const second = await page.context().newPage();
    await second.goto('/dashboard');
    await settled(second);
    await second.getByText(progress('streak.none')).waitFor();
    await practise(page, 'SQL');
    await answerWrongly(page);
    await second.getByText(progress('streak.days_one', { count: '1' })).first().waitFor();
    expect(await axeViolations(second)).toEqual([]);
  });

  test('goes on when the language model dies in the middle of its words, and has them when it is back', async () => {
    const { page, complaints } = await openPage(browser, cairn.address);
    await enter(page, await cairn.student('Leela Kurian'));
    await practise(page, 'Git');
    const { question } = await asked(page);
    await answerWrongly(page);
    server.will({ cut: '{"words": "That is a mix' });
    await page.getByRole('button', { name: learning('explain') }).click();
    await page.getByText(common('note.own.failed')).waitFor({ timeout: 60_000 });
    expect(await page.getByText(stretchOf(question.explanation)).count()).toBe(2);

    await page.getByRole('button', { name: learning('next'), exact: true }).click();
    await settled(page);
    await answerWrongly(page);
    const words = 'That answer mixes up two things that look alike. Read the explanation once more, then try it with a small example of your own.';
    server.will({ text: JSON.stringify({ words }), input: 300, output: 40 });
    await page.getByRole('button', { name: learning('explain') }).click();
    await page.getByText(words).waitFor({ timeout: 60_000 });
    await page.getByText(common('note.byModel', { model: 'mistral:7b-instruct' })).waitFor();
    await page.getByRole('button', { name: common('note.helpful') }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

const turn = (given: object) => ({ text: JSON.stringify(given), input: 200, output: 30 });
const looksAtGap = turn({ tool: 'find-gap', input: { roleId: 'data-analyst' } });

describe('the agents', () => {
  /** Asks the advisor in the person's own words. */
  async function askAdvisor(page: Page): Promise<void> {
    await page.goto('/advisor');
    await page.getByRole('textbox', { name: advisor('question') }).fill('Am I ready to be a data analyst?');
    await page.getByRole('button', { name: advisor('ask'), exact: true }).click();
  }
  const looked = (page: Page) => page.getByText(advisor('looked.find-gap', { role: 'Data Analyst' })).waitFor();

  test('the advisor shows what it looks at, answers by itself when its model dies or is switched off, and with its words when it is back', async () => {
    const { page, complaints } = await openPage(browser, cairn.address, { width: 360, height: 800, colorScheme: 'dark' });
    await enter(page, await cairn.student('Nikhil Borkar'));
    const words = 'You are on your way. Begin with the first skill that is missing, and practise it a little each day.';
    server.will(looksAtGap, 'hang');
    await askAdvisor(page);
    // While the model thinks on.
    await looked(page);
    await page.getByText(advisor('doing.asking')).waitFor();
    await page.getByRole('button', { name: advisor('stop') }).click();
    await page.getByText(advisor('stopped')).waitFor();
    await expect.poll(() => server.seen.at(-1)?.aborted).toBe(true);

    server.will(looksAtGap, { cut: '{"answer": "You are on' });
    await askAdvisor(page);
    await page.getByText(advisor('brokenBy.failed')).waitFor({ timeout: 60_000 });
    await looked(page);

    server.will(looksAtGap, turn({ answer: words }));
    await askAdvisor(page);
    await page.getByText(words).waitFor({ timeout: 60_000 });
    await page.getByText(common('note.byModel', { model: 'mistral:7b-instruct' })).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    const { organisation } = (await (await page.request.get('/api/v1/me')).json()) as { organisation: TestOrganisation };
    const admin = cairn.app.as(await cairn.app.make.person({ organisation, role: 'admin' }));
    expect((await admin.put('/language-models', { providers: [], dailyTokens: 0 })).status).toBe(200);
    await askAdvisor(page);
    await page.getByText(advisor('brokenBy.no-model')).waitFor();
    await looked(page);
    expect((await admin.delete('/language-models')).status).toBe(200);
    expect(complaints).toEqual([]);
  });

  test('the tutor explains in a model\'s words, judges by the rules of the question, and goes on without the model', async () => {
    const { page, complaints } = await openPage(browser, cairn.address);
    await enter(page, await cairn.student('Meera Pillai'));
    await page.goto('/tutor?skill=git&level=1');
    await page.getByRole('button', { name: tutor('begin'), exact: true }).click();
    const words = 'A commit is a saved step that you can come back to. Tell me when you would like to try one.';
    server.will(turn({ tool: 'explain', input: {} }), turn({ answer: words }));
    await page.getByRole('textbox', { name: tutor('write') }).fill('What is a commit?');
    await page.getByRole('button', { name: tutor('write.send'), exact: true }).click();
    await page.getByText(words).waitFor({ timeout: 60_000 });
    server.will({ status: 400 });
    await page.getByRole('textbox', { name: tutor('write') }).fill('And what is a branch?');
    await page.getByRole('button', { name: tutor('write.send'), exact: true }).click();
    await expect.poll(() => page.getByText('And what is a branch?').count()).toBe(1);

    await page.getByRole('button', { name: tutor('wish.ready') }).click();
    await page.getByRole('button', { name: tutor('wish.hint', { left: '3' }) }).click();
    await page.getByText(tutor('hint.title', { number: '1' })).waitFor();
    const { open } = (await (await page.request.get(`/api/v1/tutor/chats/${page.url().split('/').at(-1) ?? ''}`)).json()) as { open: { form: string; parts: string[] } };
    if (open.form === 'single') await page.getByRole('radio').first().check();
    else if (open.form === 'multiple') await page.getByRole('checkbox').first().check();
    else if (open.form !== 'order') await page.locator('form').first().getByRole('textbox').fill('Something else altogether');
    await page.getByRole('button', { name: tutor('answer.send'), exact: true }).click();
    await page.getByText(tutor('said.counted_one').split('.')[0] ?? '').waitFor();
    const { mastery } = (await (await page.request.get('/api/v1/learning')).json()) as { mastery: { skillId: string; answers: number }[] };
    expect(mastery).toMatchObject([{ skillId: 'git', answers: 1 }]);
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
