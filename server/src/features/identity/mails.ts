/** The mails about accounts, in the languages of the pages. */
import type { MemberRole } from '@cairn/contracts';
import { layOutLetter, type Addressee, type LetterWords } from '../../platform/mail/lay-out-letter.ts';
import type { Language } from './accounts.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type AccountMail =
  | { readonly kind: 'verify-email'; readonly link: string; readonly hours: number }
  | { readonly kind: 'reset-password'; readonly link: string; readonly hours: number }
  | { readonly kind: 'already-registered'; readonly link: string }
  | { readonly kind: 'invitation'; readonly link: string; readonly days: number; readonly organisation: string; readonly role: MemberRole };

const roleNames: Readonly<Record<Language, Readonly<Record<MemberRole, string>>>> = {
  en: { student: 'student', alumni: 'alumni member', recruiter: 'recruiter', staff: 'member of staff', admin: 'administrator' },
  hi: { student: 'विद्यार्थी', alumni: 'पूर्व विद्यार्थी', recruiter: 'भर्तीकर्ता', staff: 'कर्मचारी', admin: 'प्रशासक' },
};

function wordsOf(mail: AccountMail, language: Language): LetterWords {
  const hindi = language === 'hi';
  switch (mail.kind) {
    case 'verify-email':
      return hindi
        ? { subject: 'अपना ई-मेल पता पक्का करें', before: ['Cairn पर आपके ई-मेल पते से एक खाता बना है। यदि यह आपने बनाया है, तो पता पक्का करें।'], button: 'ई-मेल पता पक्का करें', after: [`यह लिंक ${mail.hours} घंटे तक चलेगा।`, 'यदि खाता आपने नहीं बनाया, तो इस लिंक को न खोलें: खाते को आपका पता नहीं मिलेगा।'] }
        : { subject: 'Confirm your e-mail address', before: ['An account was made on Cairn with your e-mail address. If that was you, confirm the address.'], button: 'Confirm the address', after: [`The link works for ${hours(mail.hours)}.`, 'If you did not make the account, leave the link alone: the account then never has your address.'] };
    case 'reset-password':
      return hindi
        ? { subject: 'नया पासवर्ड चुनें', before: ['किसी ने, शायद आपने, Cairn पर आपके खाते के लिए नया पासवर्ड माँगा है।'], button: 'नया पासवर्ड चुनें', after: [`यह लिंक ${mail.hours} घंटे तक और केवल एक बार चलेगा। नया पासवर्ड रखते ही आप हर जगह से साइन आउट हो जाएँगे।`, 'यदि आपने नहीं माँगा, तो कुछ न करें: पुराना पासवर्ड बना रहेगा।'] }
        : { subject: 'Choose a new password', before: ['Somebody, probably you, asked for a new password for your account on Cairn.'], button: 'Choose a new password', after: [`The link works once, for ${hours(mail.hours)}. Setting the password signs you out everywhere.`, 'If you did not ask, do nothing: the old password stays.'] };
    case 'already-registered':
      return hindi
        ? { subject: 'आपका खाता पहले से है', before: ['किसी ने, शायद आपने, आपके ई-मेल पते से Cairn पर नया खाता बनाना चाहा। इस पते का खाता पहले से है, इसलिए कुछ नहीं बदला।', 'यदि वह आप थे, तो साइन इन करें या नया पासवर्ड चुनें।'], button: 'साइन इन करें', after: ['यदि वह आप नहीं थे, तो कुछ करने की ज़रूरत नहीं है।'] }
        : { subject: 'You already have an account', before: ['Somebody, probably you, tried to make a new account on Cairn with your e-mail address. There already is one, so nothing changed.', 'If it was you, sign in or choose a new password.'], button: 'Sign in', after: ['If it was not you, nothing needs doing.'] };
    case 'invitation': {
      const role = roleNames[language][mail.role];
      return hindi
        ? { subject: `${mail.organisation} का निमंत्रण`, before: [`${mail.organisation} आपको Cairn पर ${role} के रूप में बुला रहा है।`], button: 'निमंत्रण स्वीकार करें', after: [`यह लिंक ${mail.days} दिन तक और केवल आपके ई-मेल पते के लिए चलेगा।`] }
        : { subject: `Invitation from ${mail.organisation}`, before: [`${mail.organisation} invites you to Cairn as ${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}.`], button: 'Accept the invitation', after: [`The link works for ${mail.days} days, and for your e-mail address only.`] };
    }
  }
}

const hours = (count: number) => (count === 1 ? '1 hour' : `${count} hours`);

export function composeMail(to: Addressee, mail: AccountMail): Mail {
  return layOutLetter(to, wordsOf(mail, to.language), mail.link);
}
