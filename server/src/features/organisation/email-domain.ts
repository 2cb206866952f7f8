/** The domain at which an organisation's own people have their addresses. Whoever confirms one joins as its student, so that it must be the organisation's alone. */
import { Failure } from '../../platform/http/failure.ts';

const domainForm = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** Mail for everybody, each under one ending or under those of many countries. */
const publicDomains = new Set(['icloud.com', 'me.com', 'mac.com', 'aol.com', 'mail.com', 'mail.ru', 'proton.me', 'pm.me', 'tuta.io', 'tutanota.com', 'fastmail.com', 'hey.com', 'zoho.com', 'in.com', 'indiatimes.com', 'sify.com', 'qq.com', '126.com', '163.com', 'naver.com', 'web.de', 'msn.com', 'hushmail.com']);
const publicBrands = /^(?:gmail|googlemail|hotmail|outlook|live|yahoo|ymail|rocketmail|gmx|yandex|protonmail|zohomail|rediffmail)\.(?:com|net|org|[a-z]{2}|(?:com?)\.[a-z]{2})$/;
/** Under such an ending (ac.in, co.uk) a country's registry gives domains to whom it will. */
const registryEnding = /^(?:ac|edu|co|com|org|net|gov|nic|res|gen|ind|sch|ernet)\.[a-z]{2}$/;

/** Null for none. An address or a leading @ is taken for the domain in it. Throws organisation.domain-invalid, organisation.domain-public. */
export function readEmailDomain(given: string | null | undefined): string | null {
  const text = (given ?? '').trim().toLowerCase();
  if (text === '') return null;
  const domain = text.slice(text.lastIndexOf('@') + 1);
  if (domain.length > 253 || !domainForm.test(domain)) throw new Failure('organisation.domain-invalid');
  if (publicDomains.has(domain) || publicBrands.test(domain) || registryEnding.test(domain)) throw new Failure('organisation.domain-public');
  return domain;
}
