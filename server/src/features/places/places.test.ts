import { expect, test } from 'vitest';
import { createPlaces } from './index.ts';

const world = createPlaces('');

/** Kind, name, state and country; "~" before it when the work may be done from elsewhere. */
function said(text: string, places = world): string {
  return places.all(text)
    .map(({ kind, name, state, country, remote }) => `${remote ? '~' : ''}${kind === 'remote' ? 'remote' : [name, kind === 'state' ? null : state, country].filter((part) => part !== null).join(', ')}`)
    .join(' + ');
}

const cases: readonly (readonly [text: string, places: string])[] = [
  // Towns alone; the larger of one name.
  ['Mumbai', 'Mumbai, Maharashtra, IN'], ['Bengaluru', 'Bengaluru, Karnataka, IN'], ['Pune', 'Pune, Maharashtra, IN'], ['Hyderabad', 'Hyderabad, Telangana, IN'],
  ['Paris', 'Paris, Ile-de-France, FR'], ['London', 'London, England, GB'], ['Dublin', 'Dublin, IE'], ['Berlin', 'Berlin, DE'], ['Birmingham', 'Birmingham, England, GB'],
  ['Sydney', 'Sydney, New South Wales, AU'], ['Boston', 'Boston, Massachusetts, US'], ['Tokyo', 'Tokyo, JP'], ['Coimbatore', 'Coimbatore, Tamil Nadu, IN'],
  ['SAN FRANCISCO', 'San Francisco, California, US'], ['  chennai ', 'Chennai, Tamil Nadu, IN'], ['São Paulo', 'São Paulo, São Paulo, BR'], ['Sao Paulo', 'São Paulo, São Paulo, BR'],
  // What people call them, and called them.
  ['Bangalore', 'Bengaluru, Karnataka, IN'], ['Banglore', 'Bengaluru, Karnataka, IN'], ['BLR', 'Bengaluru, Karnataka, IN'], ['Bombay', 'Mumbai, Maharashtra, IN'], ['Calcutta', 'Kolkata, West Bengal, IN'],
  ['Madras', 'Chennai, Tamil Nadu, IN'], ['Gurgaon', 'Gurugram, Haryana, IN'], ['Trivandrum', 'Thiruvananthapuram, Kerala, IN'], ['Vizag', 'Visakhapatnam, Andhra Pradesh, IN'], ['Cochin', 'Kochi, Kerala, IN'],
  ['Baroda', 'Vadodara, Gujarat, IN'], ['Poona', 'Pune, Maharashtra, IN'], ['Mysore', 'Mysuru, Karnataka, IN'], ['Mangalore', 'Mangaluru, Karnataka, IN'], ['Allahabad', 'Prayagraj, Uttar Pradesh, IN'],
  ['Pondicherry', 'Puducherry, Puducherry, IN'], ['Calicut', 'Kozhikode, Kerala, IN'], ['Trichy', 'Tiruchirappalli, Tamil Nadu, IN'], ['Benares', 'Varanasi, Uttar Pradesh, IN'],
  ['NYC', 'New York City, New York, US'], ['New York', 'New York City, New York, US'], ['SF', 'San Francisco, California, US'], ['Munich', 'Munich, Bavaria, DE'], ['München', 'Munich, Bavaria, DE'],
  ['Cologne', 'Köln, North Rhine-Westphalia, DE'], ['Saigon', 'Ho Chi Minh City, VN'], ['Kiev', 'Kyiv, UA'], ['Peking', 'Beijing, Beijing, CN'], ['Gothenburg', 'Gothenburg, SE'], ['Antwerp', 'Antwerpen, Antwerp, BE'],
  // In the scripts of India.
  ['मुंबई', 'Mumbai, Maharashtra, IN'], ['दिल्ली', 'Delhi, Delhi, IN'], ['बेंगलुरु, कर्नाटक', 'Bengaluru, Karnataka, IN'], ['चेन्नई, भारत', 'Chennai, Tamil Nadu, IN'], ['சென்னை', 'Chennai, Tamil Nadu, IN'],
  ['హైదరాబాద్', 'Hyderabad, Telangana, IN'], ['ಬೆಂಗಳೂರು', 'Bengaluru, Karnataka, IN'], ['কলকাতা', 'Kolkata, West Bengal, IN'], ['અમદાવાદ', 'Ahmedabad, Gujarat, IN'], ['കൊച്ചി', 'Kochi, Kerala, IN'], ['भारत', 'India, IN'],
  ['महाराष्ट्र', 'Maharashtra, IN'], ['जर्मनी', 'Germany, DE'],
  // States and countries beside towns, in full and in short.
  ['Austin, TX', 'Austin, Texas, US'], ['Portland, OR', 'Portland, Oregon, US'], ['Portland, ME', 'Portland, Maine, US'], ['Springfield, MA', 'Springfield, Massachusetts, US'], ['Springfield, VA', 'Springfield, Virginia, US'],
  ['Cambridge, MA, United States', 'Cambridge, Massachusetts, US'], ['Cambridge, United Kingdom', 'Cambridge, England, GB'], ['Cambridge, UK', 'Cambridge, England, GB'], ['London, ON', 'London, Ontario, CA'],
  ['Perth, Australia', 'Perth, Western Australia, AU'], ['Perth, Scotland', 'Perth, Scotland, GB'], ['Vancouver, WA', 'Vancouver, Washington, US'], ['Vancouver, BC', 'Vancouver, British Columbia, CA'], ['Vienna, Austria', 'Vienna, Vienna, AT'],
  ['Vienna, VA', 'Vienna, Virginia, US'], ['Athens, Greece', 'Athens, Attica, GR'], ['Athens, GA', 'Athens, Georgia, US'], ['Naples, FL', 'Naples, Florida, US'], ['Naples, Italy', 'Naples, Campania, IT'], ['Hyderabad, Pakistan', 'Hyderabad, Sindh, PK'],
  ['Salem, Tamil Nadu', 'Salem, Tamil Nadu, IN'], ['Salem, OR', 'Salem, Oregon, US'], ['Aurangabad, Bihar', 'Aurangābād, Bihar, IN'], ['Aurangabad, MH', 'Aurangabad, Maharashtra, IN'], ['Melbourne, FL', 'Melbourne, Florida, US'],
  ['Mumbai, India', 'Mumbai, Maharashtra, IN'], ['Mumbai, Maharashtra, India', 'Mumbai, Maharashtra, IN'], ['Dubai, UAE', 'Dubai, Dubai, AE'], ['Wilmington, DE', 'Wilmington, Delaware, US'], ['Indianapolis, IN', 'Indianapolis, Indiana, US'],
  ['San Jose, CA', 'San Jose, California, US'], ['San José, Costa Rica', 'San José, CR'], ['St. Louis, MO', 'St. Louis, Missouri, US'], ['Saint Louis, Missouri', 'St. Louis, Missouri, US'], ['Washington, DC', 'Washington, District of Columbia, US'],
  ['Washington D.C.', 'Washington, District of Columbia, US'], ['Toronto, Ontario, Canada', 'Toronto, Ontario, CA'], ['Newcastle, NSW', 'Newcastle, New South Wales, AU'], ['Newcastle, UK', 'Newcastle upon Tyne, England, GB'],
  // Codes, streets, quarters, and no comma at all.
  ['Mountain View CA 94043', 'Mountain View, California, US'], ['Austin TX 78701', 'Austin, Texas, US'], ['Bengaluru - 560001', 'Bengaluru, Karnataka, IN'], ['Chennai 600 028', 'Chennai, Tamil Nadu, IN'], ['Pune Maharashtra India', 'Pune, Maharashtra, IN'],
  ['Whitefield, Bengaluru', 'Bengaluru, Karnataka, IN'], ['Koramangala, Bengaluru, Karnataka 560034', 'Bengaluru, Karnataka, IN'], ['12 MG Road, Pune, Maharashtra', 'Pune, Maharashtra, IN'], ['Brooklyn, New York', 'Brooklyn, New York, US'],
  ['London SW1A 1AA', 'London, England, GB'], ['India, Bengaluru', 'Bengaluru, Karnataka, IN'], ['IN-Karnataka-Bengaluru', 'Bengaluru, Karnataka, IN'], ['US - Chicago', 'Chicago, Illinois, US'],
  // Surroundings.
  ['Greater Boston Area', 'Boston, Massachusetts, US'], ['San Francisco Bay Area', 'San Francisco, California, US'], ['Bay Area', 'San Francisco, California, US'], ['Delhi NCR', 'New Delhi, Delhi, IN'], ['Delhi/NCR', 'New Delhi, Delhi, IN'],
  ['Chicago Metropolitan Area', 'Chicago, Illinois, US'], ['Greater Noida', 'Greater Noida, Uttar Pradesh, IN'], ['Dallas-Fort Worth Metroplex', 'Dallas, Texas, US'], ['Mumbai Metropolitan Region', 'Mumbai, Maharashtra, IN'],
  // States and countries alone.
  ['Karnataka', 'Karnataka, IN'], ['Tamil Nadu, India', 'Tamil Nadu, IN'], ['Orissa', 'Odisha, IN'], ['California', 'California, US'], ['Ontario, Canada', 'Ontario, CA'], ['Texas, USA', 'Texas, US'], ['Bavaria, Germany', 'Bavaria, DE'],
  ['India', 'India, IN'], ['USA', 'United States, US'], ['U.S.A.', 'United States, US'], ['United Kingdom', 'United Kingdom, GB'], ['UAE', 'United Arab Emirates, AE'], ['Deutschland', 'Germany, DE'], ['Holland', 'Netherlands, NL'], ['Georgia, USA', 'Georgia, US'], ['South Korea', 'South Korea, KR'],
  // From elsewhere.
  ['Remote', '~remote'], ['Work from home', '~remote'], ['WFH', '~remote'], ['Anywhere', '~remote'], ['Fully remote', '~remote'], ['घर से काम', '~remote'], ['Remote - India', '~India, IN'], ['Remote (US)', '~United States, US'], ['Bengaluru (Remote)', '~Bengaluru, Karnataka, IN'],
  ['Bengaluru, India (Hybrid)', '~Bengaluru, Karnataka, IN'], ['Hybrid - Pune', '~Pune, Maharashtra, IN'], ['Remote, Berlin', '~Berlin, DE'], ['Remote India', '~India, IN'],
  // Several.
  ['Bengaluru / Hyderabad', 'Bengaluru, Karnataka, IN + Hyderabad, Telangana, IN'], ['Mumbai, Pune, Nagpur', 'Mumbai, Maharashtra, IN + Pune, Maharashtra, IN + Nagpur, Maharashtra, IN'], ['London or Berlin', 'London, England, GB + Berlin, DE'],
  ['Austin, TX; Denver, CO', 'Austin, Texas, US + Denver, Colorado, US'], ['Chennai and Coimbatore', 'Chennai, Tamil Nadu, IN + Coimbatore, Tamil Nadu, IN'], ['Noida | Gurgaon', 'Noida, Uttar Pradesh, IN + Gurugram, Haryana, IN'], ['Jammu and Kashmir', 'Jammu and Kashmir, IN'],
  // Nothing.
  ['', ''], ['Hybrid', ''], ['Competitive salary', ''], ['in', ''], ['me or you', ''], ['Software Engineer', ''], ['12345', ''],
];

test.each(cases)('%s', (text, places) => {
  expect(said(text)).toBe(places);
});

test.each([
  ['Salem', 'IN', 'Salem, Tamil Nadu, IN'],
  ['Salem', 'US', 'Salem, Oregon, US'],
  ['Punjab', 'PK', 'Punjab, PK'],
  ['Punjab', 'IN', 'Punjab, IN'],
  ['Paris', 'IN', 'Paris, Ile-de-France, FR'],
])('%s is looked for in %s first', (text, home, place) => {
  expect(said(text, createPlaces(home))).toBe(place);
});

test.each([['Berlin', 'DE'], ['Austin, TX', 'US'], ['Remote', undefined], ['Remote - India', 'IN'], ['Nowhere at all', undefined]])('the country of %s is %s', (text, country) => {
  expect(createPlaces().countryOf(text)).toBe(country);
});
