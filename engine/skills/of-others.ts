/** Names in a resume of what other people can: those who were hired, those who were worked with. */
import type { Span } from '../text/span.ts';

const hiring = /(?:recruit\p{L}*|hir(?:e|ed|ing)|sourc(?:e|ed|ing)|staff(?:ed|ing)|screen(?:ed|ing)?|interview(?:ed|ing)?|shortlist\p{L}*|placed|head-?hunt\p{L}*|talent acquisition)(?![\p{L}])(?:[^.;\n]|\.(?=\S))*$/iu;
const hired = /^(?:[^.;:\n]|\.(?=\S)){0,60}?(?<![\p{L}])(?:profiles?|positions?|roles?|candidates?|openings?|vacancies|developers?|engineers?|consultants?|resources|professionals|specialists|talents?|teams)(?![\p{L}])/iu;
const beside = /(?:with|alongside)\s(?:[\p{L}-]+\s){0,3}?(?:engineers|developers|teams?|scientists|analysts|designers|colleagues|vendors|clients)\s(?:who|that|using|working\s(?:in|with|on))(?![\p{L}])(?:[^.;\n]|\.(?=\S))*$/iu;
/** Letters on each side that are looked at. */
const reach = 160;

/**
 * For each name whether others are said to have the skill: "recruitment for Java and SAP profiles", "with engineers using
 * React". Who taught, led or mentored others in it has it.
 */
export function ofOthers(text: string, names: readonly Span[]): boolean[] {
  return names.map(({ start, end }) => {
    const before = text.slice(Math.max(0, start - reach), start);
    return beside.test(before) || (hiring.test(before) && hired.test(text.slice(end, end + reach)));
  });
}
