/** By computed names, since checking the types of these two would check those of every page. */
const [router, places] = ['router.tsx', 'places.ts'].map((file) => new URL(`../../web/src/app/${file}`, import.meta.url).href) as [string, string];

export interface PageAddress {
  /** As the router has it: '/gaps/$skillGapId'. */
  readonly path: string;
  /** Who is to look at it: an admin where a student may not. */
  readonly reader: 'anyone' | 'student' | 'admin';
}

/** Every page there is, from the router itself. */
export async function pageAddresses(): Promise<PageAddress[]> {
  const { router: { routesByPath } } = (await import(router)) as { router: { routesByPath: Readonly<Record<string, { readonly id: string }>> } };
  const { mayOpen } = (await import(places)) as { mayOpen: (role: 'student', path: string) => boolean };
  return Object.entries(routesByPath).map(([path, { id }]) => ({ path, reader: id.startsWith('/open') ? 'anyone' : mayOpen('student', path) ? 'student' : 'admin' }));
}
