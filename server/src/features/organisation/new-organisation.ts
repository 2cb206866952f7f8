/** What an organisation that is to be made must be like, whether a page or the command line asks for it. */
import { organisation as contract } from '@cairn/contracts';
import { z } from 'zod';
import { Failure } from '../../platform/http/failure.ts';
import { weaknessOf, type Language } from '../identity/index.ts';
import { readEmailDomain } from './email-domain.ts';

export interface NewOrganisation {
  readonly name: string;
  readonly slug: string;
  readonly emailDomain?: string | undefined;
  readonly adminEmail: string;
  readonly adminName: string;
  /** Without one, `setPasswordToken` of the answer lets the admin set it. */
  readonly password?: string | undefined;
  readonly language?: Language | undefined;
}

export interface CheckedOrganisation extends NewOrganisation {
  /** In small letters, or null for none. */
  readonly domain: string | null;
}

const { organisationName, slug, name, email } = contract.setUp.body.shape;
const form = z.object({ name: organisationName, slug, adminName: name, adminEmail: email });

/** Throws request.invalid, auth.weak-password, organisation.domain-invalid, organisation.domain-public. */
export function checkNewOrganisation(wanted: NewOrganisation): CheckedOrganisation {
  const read = form.safeParse(wanted);
  if (!read.success) throw new Failure('request.invalid', { errors: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) });
  const { adminName, adminEmail } = read.data;
  const weakness = wanted.password === undefined ? undefined : weaknessOf(wanted.password, { name: adminName, email: adminEmail });
  if (weakness !== undefined) throw new Failure('auth.weak-password', { params: { weakness } });
  return { ...wanted, ...read.data, domain: readEmailDomain(wanted.emailDomain) };
}
