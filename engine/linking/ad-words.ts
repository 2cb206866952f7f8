/** Words that say nothing about which skill is meant. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** English function words: no label is found by them. */
export const functionWords = words(`a an the of in on at to for with and or by as is are be been being am was were from into onto this that these those it its
their our your we you they he she i my his her them us me will would can could shall should may might must have has had having do does did not no nor so than
then there here who whom which what when where how why all any each every other another some such as etc e g i.e e.g eg ie s per via within across also more most very both
either if about up out over under between during through while because since until own same too just only even`);

/** With these a job ad asks for something; they are rarely what it asks for. */
export const frameWords = words(`experience experiences experienced knowledge skill skills skilled ability abilities able capable capability understanding
proficiency proficient familiarity familiar fluent fluency competent competence competencies strong solid good great excellent outstanding exceptional proven
basic advanced depth deep expert expertise thorough sound demonstrated degree bachelor bachelors master masters phd bsc msc mba diploma educated background
requirement requirements required require requires prerequisite prerequisites preferred preferable preferably desirable plus bonus advantage asset year years
yr yrs month months minimum least candidate candidates applicant applicants position role roles job opportunity company companies organisation organization
organisational organizational location address name join looking look seek seeking seeks hire hiring offer offers responsible responsibility responsibilities duties duty
task tasks description new related relevant similar equivalent field fields area areas industry various different multiple including include includes included
working closely highly high level existing important crucial necessary needed need needs want wants passion passionate interest interested ideally nice
successful success day daily basis registered valid ensure ensuring ensures person people individual someone part help helping helps order way ways well
you'll we're we'll you're i'm youll best practice practices contribute contributing contribution wide range variety key main overall general specific
specifically current currently drive drives driving`);

/** At the beginning of a label these only make a phrase of it: "use spreadsheets software", "perform risk analysis". */
export const paleVerbs = words('use using apply perform ensure carry make have work provide handle take do');
