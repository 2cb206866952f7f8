import { describe, expect, test } from 'vitest';
import { wishes } from './wishes.ts';

function wished(text: string, names: readonly string[]): string[] {
  const spans = names.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length }));
  if (spans.some(({ start }) => start < 0)) throw new Error(`not in the text: ${names.join(', ')}`);
  return names.filter((_, index) => wishes(text, spans)[index]);
}

describe('wished for', () => {
  test.each<[string, string[]]>([
    ['Registered nurse with two years on a ward, looking for a post in intensive care.', ['intensive care']],
    ['Keen to learn Rust and Go.', ['Rust', 'Go']],
    ['Aspiring data scientist', ['data scientist']],
    ['To obtain a challenging position in a reputed firm where I can learn machine learning and cloud computing.', ['machine learning', 'cloud computing']],
    ['Looking to gain hands-on experience with AWS.', ['AWS']],
    ['I am looking for a junior role where I can grow into React and TypeScript.', ['React', 'TypeScript']],
    ['Passionate about deep learning', ['deep learning']],
    ['Interested in exploring Rust and Flink.', ['Rust', 'Flink']],
    ['Objective: To work as a software tester in a product firm.', ['software tester']],
    ['Post applied for: Driver', ['Driver']],
    ['Python, Rust (want to learn)', ['Rust']],
    ['Seeking to transition into nurse informatics.', ['informatics']],
    ['पायथन सीखना चाहता हूँ', ['पायथन']],
    ['गहन चिकित्सा में पद की तलाश', ['गहन चिकित्सा']],
  ])('%s', (text, names) => { expect(wished(text, names)).toEqual(names); });
});

describe('brought along', () => {
  test.each<[string, string[]]>([
    ['Seeking a role where I can use my Python and SQL.', ['Python', 'SQL']],
    ['Looking for a developer position, with 4 years of Java.', ['Java']],
    ['Aspiring data scientist skilled in Python', ['Python']],
    ['Aspiring full-stack developer | React | SQL', ['React', 'SQL']],
    ['Certified welder with 11 years of experience seeking a position.', ['welder']],
    ['Keen to learn Rust. I write Python every day.', ['Python']],
    ['Seeking a position, leveraging Java and expertise in SQL', ['Java', 'SQL']],
    ['Built a job search in React', ['React']],
    ['Managed a team of 18 and wrote SQL', ['SQL']],
    ['Customers love to use the app that I wrote in Kotlin', []],
    ['Python, SQL (advanced)', ['Python', 'SQL']],
  ])('%s', (text, names) => { expect(wished(text, names)).toEqual([]); });
});
