import { describe, expect, it } from 'vitest';
import { readResume } from '../read-resume.ts';
import { drawn, flow, read, today } from '../resume.fixture.ts';

const contactOf = (text: string) => read(text).resume.contact;

describe('the name', () => {
  it.each([
    ['the first line', 'Asha Verma\nasha@example.com', 'Asha Verma'],
    ['in capitals', 'ASHA VERMA\nasha@example.com', 'ASHA VERMA'],
    ['under the title of the page', 'Curriculum Vitae\nAsha Verma\nasha.verma@example.com', 'Asha Verma'],
    ['behind a label', 'RESUME\nName: Asha Verma\nEmail: a@example.com', 'Asha Verma'],
    ['behind a Hindi label', 'बायोडाटा\nनाम: आशा वर्मा\nमोबाइल: 98765 43210', 'आशा वर्मा'],
    ['with a title and degrees', 'Dr. Asha Verma, PhD\nasha@example.com', 'Asha Verma'],
    ['beside the headline', 'Asha Verma | Data Analyst\nasha@example.com', 'Asha Verma'],
    ['with particles and marks', 'José María de la Cruz\njose@example.com', 'José María de la Cruz'],
    ['below the headline', 'Data Analyst\nAsha Verma\nasha.verma@example.com', 'Asha Verma'],
    ['with an initial', 'R. K. Narayanan\nrk@example.com', 'R. K. Narayanan'],
    ['with an apostrophe in its particle', "Océane d'Aubigny\noceane@example.com", "Océane d'Aubigny"],
    ['under the labels of Europass', 'Europass Curriculum Vitae\nPersonal information\nFirst name(s) / Surname(s)\tAsha Verma\nE-mail(s)\ta@example.com', 'Asha Verma'],
    ['in another script', '山田 太郎\nyamada@example.com', '山田 太郎'],
  ])('%s', (_where, text, name) => {
    expect(contactOf(text).name?.value).toBe(name);
  });
});

describe('the place', () => {
  const towns = new Set(['Nairnby', 'Gangtok', 'Aizawl']);
  it.each([
    ['Nairnby | 98765 43210 | asha@example.com', 'Nairnby'],
    ['Development Area, Gangtok, Sikkim 737101', 'Gangtok, Sikkim'],
    ['Address: H.No. T-14, Tuikual South, Aizawl, Mizoram - 796001', 'Aizawl, Mizoram'],
    ['9008 Tromsdal\nNorway', 'Tromsdal, Norway'],
    ['Permanent Address: A/P Ambegaon, Tal. Ambegaon, Dist. Satara - 415501', 'Satara'],
  ])('of %s', (lines, place) => {
    expect(readResume(flow(`Asha Verma\n${lines}\n\n## Skills\nSQL`, true), { today, defaultCountry: 'IN', isTown: (name) => towns.has(name) }).resume.contact.place?.value).toBe(place);
  });
});

it('the headline may stand behind the name in smaller letters', () => {
  expect(readResume(drawn([[40, 40, 'Asha Verma', 22], [220, 48, 'Sound Engineer', 14], [40, 70, 'asha@example.com']]), { today, defaultCountry: 'IN' }).resume.contact.headline?.value).toBe('Sound Engineer');
});

it('the headline ends before what is set much smaller across a gap', () => {
  expect(readResume(drawn([[40, 40, 'Asha Verma', 24, true], [40, 70, 'Marine Biologist', 17], [420, 77, 'averma', 10], [420, 91, 'asha@example.com', 10]]), { today, defaultCountry: 'IN' }).resume.contact.headline?.value).toBe('Marine Biologist');
});

describe('e-mail addresses', () => {
  it.each([
    ['asha.verma@example.com', 'asha.verma@example.com'],
    ['Email: Asha_Verma+cv@mail.example.co.in.', 'Asha_Verma+cv@mail.example.co.in'],
    ['asha [at] example [dot] com', 'asha@example.com'],
    ['asha @ example . com', 'asha@example.com'],
    ['asha(at)example(dot)org', 'asha@example.org'],
  ])('%s', (text, email) => {
    expect(contactOf(`Asha Verma\n${text}`).emails.map((field) => field.value)).toEqual([email]);
  });
});

describe('what a narrow cell breaks', () => {
  const contact = (cells: readonly string[], name = ['Wanjiru', 'Cheruiyot']) => {
    const [first = '', second = ''] = name;
    return readResume(drawn([[40, 40, first, 22, true], ...cells.map((text, row) => [300, 46 + 13 * row, text] as const), [40, 66, second, 22, true], [40, 120, 'Skills', 14, true], [40, 140, 'Java']]), { today, defaultCountry: 'IN' }).resume.contact;
  };

  it.each([
    ['name@mail.exam', 'ple.org', 'name@mail.example.org'],
    ['first.last@mail.example', '.org', 'first.last@mail.example.org'],
    ['first.last@mail.example.', 'org', 'first.last@mail.example.org'],
    ['first.last', '@mail.example.org', 'first.last@mail.example.org'],
    ['name@mail.example.org', 'example.net/name', 'name@mail.example.org'],
    ['name@mail.example.org', 'nairobi', 'name@mail.example.org'],
  ])('%s / %s', (first, second, email) => {
    expect(contact([first, second]).emails.map(({ value }) => value)).toEqual([email]);
  });

  it('a name on two lines with smaller ones of the next cell between, and its hyphen', () => {
    expect(contact(['+254 712 341 046', 'w@example.com', 'Mombasa, Kenya']).name?.value).toBe('Wanjiru Cheruiyot');
    expect(contact(['w@example.com'], ['Miguel Ramirez-', 'Soto']).name?.value).toBe('Miguel Ramirez-Soto');
  });
});

describe('a place', () => {
  it.each([
    ['ends where the next label begins', 'Current Location: Munich, Germany   Preferred Location: Anywhere   Notice Period: 15 days', 'Munich, Germany'],
    ['stands behind a number in brackets', 'asha@example.com, (+91) 9902-033263, Bengaluru, Karnataka', 'Bengaluru, Karnataka'],
  ])('%s', (_rule, text, place) => {
    expect(contactOf(`Asha Verma\n${text}`).place?.value).toBe(place);
  });
});

describe('phone numbers', () => {
  it.each([
    ['+91 98765 43210', ['+919876543210']],
    ['Mobile: 9876543210', ['+919876543210']],
    ['098765-43210', ['+919876543210']],
    ['(+91)-98765-43210 / 87654 32109', ['+919876543210', '+918765432109']],
    ['+1 (415) 555-2671', ['+14155552671']],
    ['+44 20 7946 0958', ['+442079460958']],
    ['मोबाइल: ९८७६५ ४३२१०', ['+919876543210']],
    ['2018 - 2022', []],
    ['Roll no 123456', []],
  ])('%s', (text, phones) => {
    expect(contactOf(`Asha Verma\n${text}`).phones.map((field) => field.value)).toEqual(phones);
  });
});

describe('links', () => {
  it.each([
    ['linkedin.com/in/asha', 'LinkedIn', 'https://linkedin.com/in/asha'],
    ['https://www.github.com/asha', 'GitHub', 'https://www.github.com/asha'],
    ['asha.dev', 'asha.dev', 'https://asha.dev'],
    ['LinkedIn: asha-verma', 'LinkedIn', 'https://linkedin.com/in/asha-verma'],
  ])('%s', (text, label, url) => {
    expect(contactOf(`Asha Verma\n${text}`).links.map((field) => field.value)).toEqual([{ label, url }]);
  });
  it('do not come from e-mail addresses or the names of tools', () => {
    expect(contactOf('Asha Verma\nasha@example.com\nNode.js developer').links).toEqual([]);
  });
});

describe('the place', () => {
  it.each([
    ['Pune, India', 'Pune, India'],
    ['San Francisco, CA | asha@example.com', 'San Francisco, CA'],
    ['Address: 12, MG Road, Indiranagar, Bengaluru, Karnataka - 560038', 'Bengaluru, Karnataka'],
    ['asha@example.com • Mumbai • 98765 43210', 'Mumbai'],
    ['पता: लखनऊ, उत्तर प्रदेश', 'लखनऊ, उत्तर प्रदेश'],
  ])('%s', (text, place) => {
    expect(contactOf(`Asha Verma\n${text}`).place?.value).toBe(place);
  });
});

it('the headline is the line under the name that says what the person does', () => {
  expect(contactOf('Asha Verma\nData Analyst and Teacher\nasha@example.com').headline?.value).toBe('Data Analyst and Teacher');
  expect(contactOf('Asha Verma\nPune, India\nasha@example.com').headline).toBeUndefined();
});

describe('what contact lines of other kinds say', () => {
  it.each([
    ['Address: Coimbatore, Tamil Nadu (Home)', 'Coimbatore, Tamil Nadu'],
    ['asha@example.com, +91 98765 43210, Pune, Maharashtra', 'Pune, Maharashtra'],
    ['asha@example.com / +91 98765 43210 / Lagos, Nigeria', 'Lagos, Nigeria'],
    ['Email: asha@example.com Phone: +91 98765 43210 Location: Abuja, Nigeria', 'Abuja, Nigeria'],
  ])('the place in "%s"', (text, place) => {
    expect(contactOf(`Asha Verma\n${text}`).place?.value).toBe(place);
  });

  it('a number with its country is kept, also where that country gives out none like it', () => {
    expect(contactOf('Asha Verma\n+65 9255 2049 | asha@example.com').phones.map(({ value }) => value)).toEqual(['+6592552049']);
  });
});
