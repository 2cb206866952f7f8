/** Texts of resumes and ads with the place that each says; coordinates in degrees. Written before any of them was read. */
export type PlaceTruth =
  | { readonly kind: 'city'; readonly country: string; readonly latitude: number; readonly longitude: number; readonly remote?: true }
  | { readonly kind: 'state'; readonly country: string; readonly name: string; readonly remote?: true }
  | { readonly kind: 'country'; readonly country: string; readonly remote?: true }
  | { readonly kind: 'remote'; readonly remote: true }
  | { readonly kind: 'none' };

const city = (country: string, latitude: number, longitude: number): PlaceTruth => ({ kind: 'city', country, latitude, longitude });
const state = (country: string, name: string): PlaceTruth => ({ kind: 'state', country, name });
const country = (code: string): PlaceTruth => ({ kind: 'country', country: code });
const anywhere: PlaceTruth = { kind: 'remote', remote: true };
const none: PlaceTruth = { kind: 'none' };

/** Former, short, other-language and other-script names, and names that several towns have. */
export const cityCases: Readonly<Record<string, PlaceTruth>> = {
  Bombay: city('IN', 19.07, 72.88), Bangalore: city('IN', 12.97, 77.59), Bengaluru: city('IN', 12.97, 77.59), Calcutta: city('IN', 22.57, 88.36), Madras: city('IN', 13.08, 80.27), Poona: city('IN', 18.52, 73.86),
  Baroda: city('IN', 22.3, 73.2), Cochin: city('IN', 9.97, 76.28), Trivandrum: city('IN', 8.51, 76.96), Calicut: city('IN', 11.25, 75.78), Mysore: city('IN', 12.3, 76.64), Mangalore: city('IN', 12.91, 74.86),
  Vizag: city('IN', 17.69, 83.22), Pondicherry: city('IN', 11.93, 79.83), Gauhati: city('IN', 26.18, 91.75), Allahabad: city('IN', 25.44, 81.85), Benares: city('IN', 25.32, 82.99), Simla: city('IN', 31.1, 77.17),
  Gurgaon: city('IN', 28.46, 77.03), Trichy: city('IN', 10.8, 78.69), Panjim: city('IN', 15.5, 73.83), दिल्ली: city('IN', 28.65, 77.23), मुंबई: city('IN', 19.07, 72.88), 'चेन्नई, तमिलनाडु': city('IN', 13.08, 80.27), சென்னை: city('IN', 13.08, 80.27),
  NYC: city('US', 40.71, -74.01), 'New York, NY': city('US', 40.71, -74.01), SF: city('US', 37.77, -122.42), Philly: city('US', 39.95, -75.16), 'Washington DC': city('US', 38.9, -77.04), 'Washington, D.C.': city('US', 38.9, -77.04),
  Saigon: city('VN', 10.82, 106.63), Peking: city('CN', 39.9, 116.4), Rangoon: city('MM', 16.8, 96.16), Kiev: city('UA', 50.45, 30.52), Köln: city('DE', 50.94, 6.96), Munich: city('DE', 48.14, 11.58), Milano: city('IT', 45.46, 9.19),
  Genève: city('CH', 46.2, 6.15), 'Den Haag': city('NL', 52.08, 4.3), Lisboa: city('PT', 38.72, -9.14), Praha: city('CZ', 50.09, 14.42), Warszawa: city('PL', 52.23, 21.01),
  'St Petersburg, FL': city('US', 27.77, -82.64), 'Saint Petersburg, Russia': city('RU', 59.93, 30.32), 'Hyderabad, Telangana': city('IN', 17.39, 78.49), 'Hyderabad, Pakistan': city('PK', 25.4, 68.37), 'London, Ontario': city('CA', 42.98, -81.25),
  'Cambridge, MA': city('US', 42.37, -71.11), 'Cambridge, UK': city('GB', 52.2, 0.12), 'Birmingham, AL 35203': city('US', 33.52, -86.8), 'Portland, ME': city('US', 43.66, -70.26), 'Aurangabad, Bihar': city('IN', 24.75, 84.37),
  'Whitefield, Bengaluru': city('IN', 12.97, 77.75), 'Andheri East, Mumbai': city('IN', 19.12, 72.87), 'Hinjewadi, Pune': city('IN', 18.59, 73.74), 'Noida Sector 62': city('IN', 28.63, 77.37), 'Connaught Place, New Delhi - 110001': city('IN', 28.63, 77.22),
};

/** That the work may be done from elsewhere, with and without a place beside it. */
export const remoteCases: Readonly<Record<string, PlaceTruth>> = {
  Remote: anywhere, 'Fully Remote': anywhere, 'Work from Home': anywhere, WFH: anywhere, Anywhere: anywhere, 'Remote (Worldwide)': anywhere, 'घर से काम': anywhere, '100% remote': anywhere, 'Home based': anywhere,
  'Remote (India)': { kind: 'country', country: 'IN', remote: true }, 'Remote - US': { kind: 'country', country: 'US', remote: true }, 'India (Remote)': { kind: 'country', country: 'IN', remote: true }, 'Remote, Berlin': { kind: 'city', country: 'DE', latitude: 52.52, longitude: 13.4, remote: true },
  'Hybrid - Chennai': { kind: 'city', country: 'IN', latitude: 13.08, longitude: 80.27, remote: true }, 'Pune / Remote': { kind: 'city', country: 'IN', latitude: 18.52, longitude: 73.86, remote: true }, 'Remote, Kerala': { kind: 'state', country: 'IN', name: 'Kerala', remote: true },
  'Immediate joiner': none, Negotiable: none, 'Multiple locations': none, 'As per company norms': none, 'Head Office': none, TBD: none,
};

/** States and countries by themselves, short, former and in their own language. */
export const areaCases: Readonly<Record<string, PlaceTruth>> = {
  Kerala: state('IN', 'Kerala'), 'Tamil Nadu': state('IN', 'Tamil Nadu'), 'Uttar Pradesh': state('IN', 'Uttar Pradesh'), 'Maharashtra, India': state('IN', 'Maharashtra'), Orissa: state('IN', 'Odisha'), Telangana: state('IN', 'Telangana'), बिहार: state('IN', 'Bihar'),
  California: state('US', 'California'), TX: state('US', 'Texas'), 'Florida, USA': state('US', 'Florida'), 'Ontario, Canada': state('CA', 'Ontario'), 'New South Wales': state('AU', 'New South Wales'), Bavaria: state('DE', 'Bavaria'), Bayern: state('DE', 'Bavaria'),
  India: country('IN'), भारत: country('IN'), USA: country('US'), 'United States of America': country('US'), UK: country('GB'), 'Great Britain': country('GB'), Deutschland: country('DE'), UAE: country('AE'), Holland: country('NL'), Burma: country('MM'),
  'Ivory Coast': country('CI'), 'South Korea': country('KR'), 'Sri Lanka': country('LK'), Türkiye: country('TR'), 'Czech Republic': country('CZ'), España: country('ES'), Brasil: country('BR'), Kenya: country('KE'),
};
