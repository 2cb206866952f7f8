/** The people of the demo college: made up from lists of names, the same at every run. Nobody of them exists. */
import type { MemberRole } from '@cairn/contracts';
import type { Chance } from './chance.ts';

export const demoCollege = { name: 'Tarangini College of Engineering and Arts', slug: 'tarangini', emailDomain: 'tarangini.example' } as const;

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
}

const givenNames = [
  'Aarav', 'Aditi', 'Akash', 'Amala', 'Ananya', 'Arjun', 'Asha', 'Bhavna', 'Charu', 'Chetan', 'Damini', 'Deepak', 'Devika', 'Esha', 'Farhan', 'Gauri', 'Gurpreet', 'Hamid', 'Harini', 'Ishaan',
  'Jaya', 'Joseph', 'Kabir', 'Kalyani', 'Karthik', 'Kavya', 'Lakshmi', 'Lata', 'Manoj', 'Mariam', 'Meera', 'Mohan', 'Nandini', 'Naveen', 'Neha', 'Nikhil', 'Nisha', 'Omkar', 'Pallavi', 'Parth',
  'Pooja', 'Pranav', 'Priya', 'Rahul', 'Rekha', 'Rohan', 'Rupa', 'Sahil', 'Salma', 'Sanjana', 'Shreya', 'Siddharth', 'Sneha', 'Sunita', 'Tanvi', 'Tejas', 'Uma', 'Usman', 'Varun', 'Vidya', 'Vikram', 'Yamini', 'Zoya',
];
const familyNames = [
  'Acharya', 'Bansal', 'Barua', 'Bhat', 'Chauhan', 'Chopra', 'Dandekar', 'Das', 'Deshmukh', 'Dsouza', 'Fernandes', 'Gaikwad', 'Ghosh', 'Gill', 'Gowda', 'Hegde', 'Iyer', 'Jadhav', 'Jain', 'Joshi', 'Kale',
  'Kamath', 'Kapoor', 'Khan', 'Kulkarni', 'Lobo', 'Mahanta', 'Menon', 'Mishra', 'Mondal', 'Naidu', 'Nair', 'Oommen', 'Pandit', 'Patil', 'Pillai', 'Qureshi', 'Rane', 'Rao', 'Reddy', 'Saikia', 'Sen', 'Shah', 'Sheikh',
  'Shetty', 'Solanki', 'Thakur', 'Thomas', 'Tripathi', 'Upadhyay', 'Varma', 'Wagh', 'Yadav',
];

/** Those who can sign in come first and have fixed names; they stand on the page that a newcomer sees. */
export const demoStudent: DemoPerson = { name: 'Ishita Varma', email: 'student@tarangini.example', role: 'student' };
export const demoAdmin: DemoPerson = { name: 'Leela Kamath', email: 'admin@tarangini.example', role: 'admin' };
export const demoStaff: DemoPerson = { name: 'Dominic Pillai', email: 'staff@tarangini.example', role: 'staff' };
const signingIn: readonly DemoPerson[] = [
  demoStudent, demoStaff,
  { name: 'Farida Sheikh', email: 'alumna@tarangini.example', role: 'alumni' },
  { name: 'Tenzin Rane', email: 'recruiter@tarangini.example', role: 'recruiter' },
];

/** Staff 3 (the admin is made with the college), students 40, alumni 400, recruiters 5. */
const counts: readonly [MemberRole, number][] = [['staff', 2], ['student', 40], ['alumni', 400], ['recruiter', 5]];

export function demoPeople(chance: Chance): DemoPerson[] {
  const taken = new Set([demoAdmin, ...signingIn].map(({ name }) => name));
  const people = [...signingIn];
  for (const [role, count] of counts) {
    while (people.filter((person) => person.role === role).length < count) {
      const name = `${chance.pick(givenNames)} ${chance.pick(familyNames)}`;
      if (taken.has(name)) continue;
      taken.add(name);
      people.push({ name, role, email: `${name.toLowerCase().replaceAll(' ', '.')}@${role === 'recruiter' ? 'recruiters.example' : demoCollege.emailDomain}` });
    }
  }
  return people;
}

/** Who can sign in, besides the admin. */
export function canSignIn(person: DemoPerson): boolean {
  return signingIn.some(({ email }) => email === person.email);
}
