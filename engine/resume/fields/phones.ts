/** Phone numbers → E.164. */
import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js';
import { fieldOf } from '../confidence.ts';
import { findDateRanges } from '../../text/date-range.ts';
import type { Field, ResumeLine } from '../types.ts';

const phoneLike = /[+(]?\d[\d\s().\u00A0–-]{6,22}\d/gu;
/** Without a label fewer are a postcode or the number of a house. */
const fewestDigits = 7;
const label = /\b(?:phone|mobile|mob|tel|telephone|cell|contact(?:\s*(?:no|number))?|call|whatsapp|ph|m|t|p)\b\.?\s*(?:no\.?|number|#)?\s*[:：.-]|फ़?ोन|मोबाइल|दूरभाष|संपर्क/iu;

/**
 * Numbers that are valid in their country: with `+` the country they name, without it `defaultCountry`. A number behind
 * a label ("Mobile:") or a tel: link that fits no country is kept as its digits, with less confidence.
 */
export function phonesIn(lines: readonly ResumeLine[], defaultCountry: CountryCode): Field[] {
  const phones = new Map<string, Field>();
  for (const line of lines) {
    for (const link of line.links) {
      if (/^tel:/i.test(link)) addValid(link.slice(4), line, defaultCountry, phones, true);
    }
    const text = westernDigits(line.text);
    if ((text.match(/\d/g)?.length ?? 0) < 7) continue;
    const before = phones.size;
    addValid(text, line, defaultCountry, phones, label.test(text));
    if (phones.size === before && label.test(text)) addAsWritten(text, line, phones);
  }
  if (phones.size === 0) for (const line of lines) addPossible(westernDigits(line.text), line, phones);
  return [...phones.values()];
}

function addValid(text: string, line: ResumeLine, defaultCountry: CountryCode, phones: Map<string, Field>, labelled: boolean): void {
  for (const found of findPhoneNumbersInText(text, { defaultCountry, extended: true })) {
    const written = text.slice(found.startsAt, found.endsAt);
    if (!labelled && (findDateRanges(written).length > 0 || written.includes(',') || written.replace(/\D/g, '').length < fewestDigits)) continue;
    const value = found.number.number;
    if (!phones.has(value)) phones.set(value, fieldOf<string>(value, [line], labelled ? ['form', 'label'] : ['form']));
  }
}

/** With a country's code in front it is a number even where the country gives out none like it. */
function addPossible(text: string, line: ResumeLine, phones: Map<string, Field>): void {
  const written = /(?<![\p{L}\d])\(?\+\d[\d\s().-]{7,20}\d(?!\d)/u.exec(text)?.[0];
  const digits = written?.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  if (digits !== undefined && digits.length >= 9 && digits.length <= 16) phones.set(digits, fieldOf(digits, [line], ['form']));
}

function addAsWritten(text: string, line: ResumeLine, phones: Map<string, Field>): void {
  for (const written of text.match(phoneLike) ?? []) {
    if (findDateRanges(written).length > 0) continue;
    const digits = written.replace(/[^\d+]/g, '');
    if (digits.length >= 7 && digits.length <= 16 && !phones.has(digits)) phones.set(digits, fieldOf(digits, [line], ['place']));
  }
}

function westernDigits(text: string): string {
  return text.replace(/[\u0966-\u096F]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
}
