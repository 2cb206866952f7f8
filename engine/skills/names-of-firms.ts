import type { Span } from '../text/span.ts';

/**
 * The mentions that are no part of a firm's name: "Padma Payroll Systems" asks for no payroll, and who worked at Vayu
 * Robotics need not know robots. A name that is nothing but the skill ("Salesforce") takes none away. Both in order.
 */
export function outsideName<Mention extends Span>(text: string, mentions: readonly Mention[], name: string | null | undefined): readonly Mention[] {
  if (name === null || name === undefined || name.length < 2) return mentions;
  const places: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push({ start: at, end: at + name.length });
  let next = 0;
  return mentions.filter(({ start, end }) => {
    while ((places[next]?.end ?? Infinity) <= start) next += 1;
    const place = places[next];
    return place === undefined || start < place.start || end > place.end || (start === place.start && end === place.end);
  });
}
