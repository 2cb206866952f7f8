/** Which organisation somebody means before they have signed in. */
import type { Organisation } from './organisation.store.ts';

export type Choice = { readonly organisation: Organisation } | 'unknown' | 'ambiguous';

/** The label before the installation's own host name: `hilltop` of `hilltop.cairn.example`. */
export function subdomainOf(host: string, publicUrl: string): string | undefined {
  const own = `.${new URL(publicUrl).hostname.toLowerCase()}`;
  const asked = host.toLowerCase();
  const label = asked.endsWith(own) ? asked.slice(0, -own.length) : '';
  return label === '' || label.includes('.') ? undefined : label;
}

/** A name that was given counts before the subdomain; where there is one organisation only, it need not be named. */
export function chooseOrganisation(all: readonly Organisation[], named: string | undefined, subdomain: string | undefined): Choice {
  const bySlug = (slug: string) => all.find((each) => each.slug === slug);
  if (named !== undefined && named !== '') {
    const organisation = bySlug(named.toLowerCase());
    return organisation === undefined ? 'unknown' : { organisation };
  }
  const [only, ...others] = all;
  if (only === undefined) return 'unknown';
  // A subdomain that is no organisation (www) says nothing.
  const organisation = (subdomain === undefined ? undefined : bySlug(subdomain)) ?? (others.length === 0 ? only : undefined);
  return organisation === undefined ? 'ambiguous' : { organisation };
}
