/** A short name for addresses from an organisation's name: letters and digits of the Latin alphabet, at most 40. */
export function slugFrom(name: string): string {
  const slug = name.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').slice(0, 40).replaceAll(/^-+|-+$/g, '');
  return slug === '' ? 'organisation' : slug;
}
