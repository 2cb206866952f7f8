/**
 * Names of places that stand beside employers and schools: enough to tell a place from a name, not a gazetteer. Every piece
 * of every line is looked up here, so the list holds what is a place wherever it stands; the 58,000 towns of the gazetteer
 * are called like people, firms and words as well (Mesa, Best, Enterprise), and are asked only beside an employer or a school (`isTown`).
 */
import { foldKey } from '../../text/fold.ts';
import { organisationScore, schoolScore } from './organisations.ts';
import { roleScore } from './roles.ts';

const countries =
  'afghanistan|albania|algeria|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgium|bhutan|bolivia|bosnia and herzegovina|botswana|brazil|bulgaria|cambodia|cameroon|canada|chile|china|colombia|costa rica|croatia|cuba|cyprus|czech republic|czechia|denmark|ecuador|egypt|england|estonia|ethiopia|finland|france|georgia|germany|ghana|greece|guatemala|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|jamaica|japan|jordan|kazakhstan|kenya|kuwait|kyrgyzstan|laos|latvia|lebanon|libya|lithuania|luxembourg|malaysia|maldives|malta|mauritius|mexico|moldova|mongolia|morocco|mozambique|myanmar|namibia|nepal|netherlands|the netherlands|new zealand|nigeria|north macedonia|northern ireland|norway|oman|pakistan|palestine|panama|paraguay|peru|philippines|poland|portugal|qatar|romania|russia|rwanda|saudi arabia|scotland|senegal|serbia|singapore|slovakia|slovenia|south africa|south korea|korea|spain|sri lanka|sudan|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|tunisia|turkey|türkiye|uganda|ukraine|united arab emirates|uae|u.a.e.|united kingdom|uk|u.k.|united states|united states of america|usa|u.s.a.|us|u.s.|uruguay|uzbekistan|venezuela|vietnam|wales|yemen|zambia|zimbabwe|भारत|नेपाल|deutschland|españa|italia|österreich|schweiz';
const regions =
  'andhra pradesh|arunachal pradesh|assam|bihar|chhattisgarh|goa|gujarat|haryana|himachal pradesh|jharkhand|karnataka|kerala|madhya pradesh|maharashtra|manipur|meghalaya|mizoram|nagaland|odisha|orissa|punjab|rajasthan|sikkim|tamil nadu|tamilnadu|telangana|tripura|uttar pradesh|uttarakhand|west bengal|jammu and kashmir|ladakh|andaman and nicobar islands|a.p.|t.n.|m.p.|u.p.|w.b.|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|ontario|quebec|british columbia|alberta|manitoba|nova scotia|new south wales|queensland|bavaria|bayern|catalonia|उत्तर प्रदेश|मध्य प्रदेश|बिहार|महाराष्ट्र|राजस्थान|हरियाणा|गुजरात|झारखंड|उत्तराखंड|छत्तीसगढ़|पंजाब|कर्नाटक|पश्चिम बंगाल|हिमाचल प्रदेश|तमिलनाडु|तेलंगाना|केरल';
const cities =
  'agra|ahmedabad|ahmednagar|ajmer|aligarh|allahabad|alwar|amravati|amritsar|anand|asansol|aurangabad|bangalore|bareilly|belagavi|belgaum|bengaluru|bhilai|bhopal|bhubaneswar|bikaner|bokaro|calicut|chandigarh|chennai|cochin|coimbatore|cuttack|dehradun|delhi|delhi ncr|dhanbad|dharwad|durgapur|erode|faridabad|gandhinagar|ghaziabad|gorakhpur|greater noida|guntur|gurgaon|gurugram|guwahati|gwalior|haridwar|hosur|hubballi|hubli|hyderabad|imphal|indore|jabalpur|jaipur|jalandhar|jammu|jamnagar|jamshedpur|jhansi|jodhpur|kakinada|kanpur|karnal|kharagpur|kochi|kolhapur|kolkata|kollam|kota|kottayam|kozhikode|lucknow|ludhiana|madurai|mangalore|mangaluru|manipal|mathura|meerut|mohali|moradabad|mumbai|muzaffarpur|mysore|mysuru|nagpur|nashik|navi mumbai|nellore|new delhi|noida|panaji|panipat|panvel|patiala|patna|pilani|pimpri|pondicherry|prayagraj|puducherry|pune|raipur|rajkot|ranchi|roorkee|rourkela|saharanpur|salem|sangli|shillong|shimla|siliguri|solapur|sonipat|srinagar|surat|surathkal|thane|thanjavur|thiruvananthapuram|thrissur|tiruchirappalli|tirupati|tiruppur|trichy|trivandrum|udaipur|udupi|ujjain|vadodara|varanasi|vellore|vijayawada|visakhapatnam|vizag|warangal|' +
  'abidjan|abuja|accra|addis ababa|alexandria|algiers|antwerp|bergen|bilbao|bratislava|busan|casablanca|cebu city|chiang mai|columbus|da nang|dakar|dar es salaam|durban|florence|fukuoka|galway|granada|graz|guangzhou|hangzhou|harare|ibadan|johor bahru|kampala|kano|kaohsiung|kigali|kisumu|kraków|lille|luanda|lusaka|lviv|maputo|marrakesh|medellín|minsk|mombasa|montevideo|nagoya|nairobi|nantes|naples|new orleans|nice|nuremberg|osaka|penang|plovdiv|port harcourt|pretoria|quezon city|quito|rio de janeiro|sacramento|salt lake city|san antonio|sapporo|seville|shenyang|sofia|suzhou|tampa|toulouse|tunis|ulaanbaatar|windhoek|yokohama|zaragoza|abu dhabi|amsterdam|ankara|athens|atlanta|auckland|austin|baltimore|bangkok|barcelona|beijing|belfast|berlin|birmingham|bogotá|boston|boulder|brisbane|bristol|brussels|bucharest|budapest|buenos aires|cairo|calgary|cambridge|cape town|charlotte|chicago|cologne|colombo|copenhagen|cupertino|dallas|denver|detroit|dhaka|doha|dubai|dublin|düsseldorf|edinburgh|eindhoven|frankfurt|geneva|glasgow|gothenburg|hamburg|hanoi|helsinki|ho chi minh city|houston|istanbul|jakarta|jerusalem|johannesburg|karachi|kathmandu|kuala lumpur|kyiv|kyoto|lagos|lahore|lausanne|leeds|lima|lisbon|london|los angeles|lyon|madrid|manchester|manila|marseille|melbourne|mexico city|miami|milan|minneapolis|montreal|moscow|mountain view|munich|münchen|new york city|nyc|oslo|ottawa|oxford|palo alto|paris|perth|philadelphia|phoenix|pittsburgh|portland|porto|prague|raleigh|redmond|riyadh|rome|rotterdam|san diego|san francisco|san jose|santa clara|santiago|são paulo|seattle|seoul|shanghai|sharjah|shenzhen|stockholm|stuttgart|sunnyvale|sydney|taipei|tallinn|tel aviv|the hague|tokyo|toronto|turin|utrecht|valencia|vancouver|vienna|vilnius|warsaw|washington dc|washington d.c.|wellington|wrocław|zagreb|zürich|zurich|' +
  'दिल्ली|नई दिल्ली|मुंबई|मुम्बई|कोलकाता|चेन्नई|बेंगलुरु|बैंगलोर|हैदराबाद|पुणे|जयपुर|लखनऊ|भोपाल|पटना|इंदौर|इन्दौर|वाराणसी|प्रयागराज|इलाहाबाद|कानपुर|आगरा|नोएडा|गुरुग्राम|गुड़गांव|रांची|रायपुर|देहरादून|चंडीगढ़|अहमदाबाद|सूरत|नागपुर|उदयपुर|जोधपुर|कोटा|ग्वालियर|जबलपुर|मेरठ|गाजियाबाद|फरीदाबाद|उज्जैन|अजमेर|गोरखपुर';
const modes = 'remote|hybrid|on-site|onsite|work from home|wfh|online|virtual|दूरस्थ|ऑनलाइन';

const places: ReadonlySet<string> = new Set([countries, regions, cities].flatMap((list) => list.split('|')).map(foldKey));
const wide: ReadonlySet<string> = new Set([countries, regions].flatMap((list) => list.split('|')).map(foldKey));
const workingModes: ReadonlySet<string> = new Set(modes.split('|').map(foldKey));
/** "NJ", "CA", "UK", "NSW": after a comma, two or three capitals are a state or a country. */
const shortRegion = /^\p{Lu}{2,3}$/u;
const degreesLikeRegions = new Set(['BA', 'BS', 'MA', 'MS', 'MBA', 'BE', 'ME', 'BSC', 'MSC', 'PHD', 'CEO', 'CTO', 'CFO', 'COO', 'VP', 'HR', 'QA', 'IT', 'AI', 'ML', 'LLC', 'LLP', 'INC', 'LTD', 'CSE', 'ECE', 'EEE', 'NLP', 'UI', 'UX', 'AWS', 'GCP', 'SQL', 'CBSE', 'GPA']);

export function isKnownPlace(text: string): boolean {
  return places.has(foldKey(text).replace(/[.\s]+$/, '').replaceAll(' & ', ' and '));
}

function isWorkingMode(text: string): boolean {
  return workingModes.has(foldKey(text).replace(/^[([]|[)\]]$/g, ''));
}

/** "City, ST", "City, State, Country", "Mumbai", "Remote", "Pune (Remote)"; unknown towns count when a known region follows. */
export function isPlace(text: string): boolean {
  if (text.length > 80) return false;
  const bare = text.trim().replace(/[.;]$/, '').replace(/\s+\d{5,6}$/, '').replace(/\s*[-–]\s*\d{3}\s?\d{3}$/, '');
  if (bare === '' || bare.length > 60 || /[@:]|\d/.test(bare)) return false;
  const withoutMode = bare.replace(/\s*[([][^)\]]*[)\]]$/, '');
  if (isWorkingMode(bare) || isKnownPlace(bare) || isTownWithState(bare)) return true;
  if (withoutMode !== bare && withoutMode !== '') return isPlace(withoutMode) && bare.length - withoutMode.length < 20;
  const anyParts = bare.split(/\s*[,،/]\s*|\s+[-–—|]\s+/);
  if (anyParts.length > 1 && anyParts.length <= 4 && anyParts.every((part) => isKnownPlace(part) || isWorkingMode(part))) return true;
  const parts = bare.split(/\s*[,،]\s*/);
  if (parts.length < 2 || parts.length > 4 || roleScore(bare) > 0.5 || organisationScore(shortRegion.test(parts.at(-1) as string) ? parts.slice(0, -1).join(' ') : bare) > 0.5 || schoolScore(bare) > 0) return false;
  // A town that is known needs no unknown one before it: "Indus Grid, Pune, Maharashtra" is an employer with its place.
  if (parts.length > 2 && !isKnownPlace(parts[0] as string) && parts.slice(1).some((part) => isKnownPlace(part) && !isRegion(part))) return false;
  const last = parts.at(-1) as string;
  // "Ironside Fabrication, Tulsa, OK": before a state of two letters stands one town.
  if (parts.length > 2 && shortRegion.test(last) && !isKnownPlace(parts[0] as string)) return false;
  const town = parts.slice(0, -1).every((part) => /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,3}$/u.test(part));
  return town && (isRegion(last) || (shortRegion.test(last) && isKnownPlace(parts[0] as string)) || (parts.length > 1 && isWorkingMode(last) && isKnownPlace(parts[0] as string)));
}

/** Of the United States and Australia, but for South Australia: "Lusitano SA" is a firm. */
const statesWithoutComma = new Set('NSW VIC QLD TAS ACT NT AL AK AZ AR CA CO CT DE FL GA HI ID IL IA KS KY LA MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC'.split(' '));

/** "Memphis TN", "Ballarat VIC": without the comma. */
function isTownWithState(text: string): boolean {
  const found = /^(\p{Lu}[\p{Ll}.'’-]+(?: \p{Lu}[\p{Ll}.'’-]+){0,2}) (\p{Lu}{2,3})$/u.exec(text);
  return found !== null && statesWithoutComma.has(found[2] as string) && roleScore(found[1] as string) + organisationScore(found[1] as string) + schoolScore(found[1] as string) === 0;
}

/** Schools that are called after a state or town, and matters: "Ohio State", "Solid State". */
const beforeStateNoPlace = new Set([
  'Alabama', 'Appalachian', 'Arizona', 'Arkansas', 'Ball', 'Boise', 'Bowie', 'Colorado', 'Delaware', 'Florida', 'Fresno', 'Georgia', 'Idaho', 'Illinois', 'Indiana', 'Iowa', 'Kansas', 'Kennesaw', 'Kent', 'Louisiana',
  'Michigan', 'Mississippi', 'Missouri', 'Montana', 'Morgan', 'Norfolk', 'Ohio', 'Oklahoma', 'Oregon', 'Penn', 'Pennsylvania', 'Portland', 'Sacramento', 'San Diego', 'San Jose', 'Tennessee', 'Texas', 'Utah', 'Virginia',
  'Wayne', 'Weber', 'Wichita', 'Current', 'Final', 'Finite', 'Initial', 'Ready', 'Solid', 'Steady',
]);

export function isRegion(text: string): boolean {
  if (wide.has(foldKey(text).replaceAll(' & ', ' and ')) || /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? (?:Province|County|Prefecture|Oblast|Governorate)$/u.test(text)) return true;
  // "Lagos State" is a place; "Ohio State" and "Solid State" are a school and a matter.
  const state = /^(.+) State$/u.exec(text)?.[1];
  if (state !== undefined && /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u.test(state) && !beforeStateNoPlace.has(state)) return true;
  return shortRegion.test(text) && !degreesLikeRegions.has(text);
}
