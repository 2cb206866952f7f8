import { expect, test } from 'vitest';
import { detectLanguage } from './language.ts';

const repeated = (sentence: string): string => Array(4).fill(sentence).join(' ');

test.each([
  ['en', 'We are looking for a backend developer with experience in Python and the will to learn.'],
  ['en', 'Requirements: Java, Spring Boot, REST APIs. You have experience with the tools of our team.'],
  ['hi', 'हमें एक ऐसे डेवलपर की आवश्यकता है जो पायथन और जावा में काम कर सके।'],
  ['mr', 'आम्ही पायथन आणि जावा जाणणारा विकासक शोधत आहोत आणि तुम्ही आमच्यासाठी काम करणे आहे.'],
  ['ta', 'நாங்கள் பைதான் தெரிந்த ஒரு நிரலாளரைத் தேடுகிறோம். எங்கள் குழுவில் சேருங்கள்.'],
  ['de', 'Wir suchen einen erfahrenen Entwickler mit guten Kenntnissen in Python und Datenbanken für unser Team in Berlin.'],
  ['fr', 'Nous recherchons un développeur expérimenté pour rejoindre notre équipe et construire nos applications.'],
])('%s: %s', (language, text) => {
  expect(detectLanguage(repeated(text)).language).toBe(language);
});

test.each([
  ['a list of names', 'Python, Java, SQL, Docker, Kubernetes, AWS'],
  ['Hindi in Latin letters', 'hamein ek developer chahiye jo python jaanta ho aur sql bhi'],
  ['no letters', '2019 – 2021 *** 42'],
])('does not guess for %s', (_, text) => {
  expect(detectLanguage(text).language).toBeNull();
});

test('one foreign paragraph does not turn a long text', () => {
  const english = 'We are looking for a developer with experience who will work with our team on the product. ';
  expect(detectLanguage(`${english.repeat(12)} Nous recherchons un développeur expérimenté.`).language).toBe('en');
});
