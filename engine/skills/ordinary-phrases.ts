/**
 * Phrases in which a name is only the ordinary word it is spelled like. Folded; `after` and `before` are the words next
 * to the name. They hold for English prose anywhere, whatever the context says.
 */
interface OrdinaryUse {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

const words = (list: string): readonly string[] => list.split(' ');

const verbObjects = words('to with quickly positively calmly and the a an in at on well under');

const ordinaryUses: Readonly<Record<string, OrdinaryUse>> = {
  access: { after: words('to control controls rights for the your our all'), before: words('direct full open easy unlimited to get have gain have remote equal market') },
  agile: { after: words('mind thinker') },
  basic: { after: words('knowledge understanding skills level needs salary pay') },
  c: { after: words('level suite corp class grade section'), before: words('grade class vitamin hepatitis section schedule plan series type tier') },
  agriculture: { after: words('loan loans credit lending finance insurance sector industry') },
  chef: { before: words('head sous executive pastry') },
  communication: {
    before: words('ethernet serial wireless data mobile satellite digital optical process rf can machine m2m'),
    after: words('stack stacks protocol protocols interface interfaces bus buses system systems network networks engineering equipment device devices link links satellite satellites design technology'),
  },
  excel: { after: words('at in as within under by'), before: words('to will can must who you and we they') },
  express: { after: words('your our their written permission consent interest ideas themselves delivery shipping'), before: words('to american') },
  flow: { after: words('of through'), before: words('cash work traffic') },
  go: { after: words('to the live beyond above through ahead getter over out into with from back for green public home on in by abroad far deep further'), before: words('to will can we you they let lets please on must ready should') },
  hive: { after: words('of') },
  less: { after: words('than is'), before: words('or no much with more far for') },
  make: { after: words('a the sure an it your our and decisions') },
  next: { after: words('to generation level step steps year week month big') },
  numbers: { before: words('the large our'), after: words('of and') },
  pages: { before: words('landing web') },
  play: { after: words('a an the and with') },
  project: { after: words('management manager work based plan team lead') },
  r: { after: words('square squared value d') },
  rails: { before: words('guard hand') },
  react: { after: verbObjects },
  rest: { after: words('of assured on in') },
  scratch: { before: words('from') },
  shell: { after: words('company corporation') },
  slack: { before: words('no to') },
  solid: { after: words('understanding knowledge experience foundation grasp background track communication skills'), before: words('a') },
  spark: { after: words('joy interest a innovation change'), before: words('to the') },
  spring: { after: words('semester term season break cleaning into up of'), before: words('the in this each') },
  swift: { after: words('action response resolution delivery and decision decisions turnaround'), before: words('a the for ensure') },
  tamil: { after: words('nadu nad eelam') },
  teams: { after: words('of and to in across that with who'), before: words('the our with cross functional and multiple agile sales engineering product lead leading of all between small large development other') },
  word: { after: words('of count processing'), before: words('the in spread a') },
  windows: { before: words('large time') },
};

const ordinary = new Map(
  Object.entries(ordinaryUses).map(([name, use]) => [name, { before: new Set(use.before), after: new Set(use.after) }]),
);

/** Names that are the skill wherever they stand, but for these uses. */
const seldomOrdinary = new Set(['Communication', 'Tamil', 'agriculture']);

/** Whether a form that needs no context has ordinary uses all the same. `written` is the taxonomy's way of writing it. */
export function isSeldomOrdinary(written: string): boolean {
  return seldomOrdinary.has(written);
}

/** Whether the words next to a folded name make it the ordinary word. */
export function isOrdinaryPhrase(name: string, wordBefore: string, wordAfter: string): boolean {
  const use = ordinary.get(name);
  return use !== undefined && (use.before.has(wordBefore) || use.after.has(wordAfter));
}
