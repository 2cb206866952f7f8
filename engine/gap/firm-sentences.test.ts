import { describe, expect, test } from 'vitest';
import { isAboutTheFirm, isOfOthers, namesToolsOfTheFirm } from './firm-sentences.ts';

describe('what the firm is, does or sells', () => {
  test.each([
    'We are a leading provider of cloud computing and ERP, and help banks with fraud detection.',
    'Northwind builds machine learning products for retailers.',
    'Rheintal Elektronik develops and produces sensors and power electronics for the automotive industry.',
    'Our client is a leading firm offering audit, tax and deal advisory services.',
    'Our platform combines AI, blockchain and analytics.',
    'Our customers use our Salesforce and SAP integrations every day.',
    "At Zapply, we're building the future of e-commerce.",
    'Walden Drug is a family-owned chain that offers immunizations and compounding.',
    'We process two million payments a day using cryptography, and our trading desk relies on C++.',
    "Bluewave's team of 200 includes experts in Salesforce, Magento and SAP.",
    'Founded in 2011, Bluewave Consulting offers digital marketing and SEO.',
    'Alongside iOS we also ship Android (Kotlin) and web (React) clients.',
    'With 20 years in audit, Acme LLP serves banks.',
  ])('%s', (sentence) => { expect(isAboutTheFirm(sentence)).toBe(true); });

  test.each([
    'The Registered Nurse provides direct patient care.', 'Software Engineer develops APIs in Java.', 'Position supports SAP users.', 'The Data team builds pipelines in Spark.',
    'Designs and develops APIs in Java.', 'Prepares MIS and supports the audit.', 'Independently designs and builds dashboards.', 'Develop processes in SAP.', 'Run payroll in SAP.',
    'Guide partners on Android.', 'We need Python.', 'We are looking to expand our team with an analyst who loves SQL.', 'Our ideal candidate knows SAP.', 'You will build what our customers use in React.',
    'Our team builds services in Go.', 'Python and SQL.', 'React makes you happy.',
  ])('asked for, not told: %s', (sentence) => { expect(isAboutTheFirm(sentence)).toBe(false); });
});

test.each<[string, boolean]>([
  ['We build our services in Go.', true], ['Our backend runs on Node.js.', true], ['We sell software in Kenya.', false], ['Build services in Go.', false],
])('tools of the firm, whoever works there: %s', (sentence, expected) => {
  expect(namesToolsOfTheFirm(sentence)).toBe(expected);
});

describe('names in a sentence that asks, of what others trade in or use, or of where one works', () => {
  test.each<[string, string, boolean]>([
    ['Our client, a manufacturer of medical devices, seeks an accountant who knows SAP.', 'medical devices', true],
    ['Our client, a manufacturer of medical devices, seeks an accountant who knows SAP.', 'SAP', false],
    ['You work alongside data scientists who use PyTorch, and write Python.', 'PyTorch', true],
    ['You work alongside data scientists who use PyTorch, and write Python.', 'Python', false],
    ['Communicate results to project teams using Tableau.', 'Tableau', false],
    ['Partner with supply chain, merchandising and finance teams.', 'supply chain', true],
    ['Work with product teams in Figma.', 'Figma', false],
    ['An opening at the Department of Physics and Chemistry.', 'Chemistry', true],
    ['Please apply in English.', 'English', true],
    ['Be a leader in change management.', 'change management', false],
  ])('%s: %s', (text, name, expected) => {
    const start = text.indexOf(name);
    expect(isOfOthers(text, { start: 0, end: text.length }, { start, end: start + name.length })).toBe(expected);
  });
});
