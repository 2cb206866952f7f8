/** A resume in Hindi, set in a font with Devanagari: the letters are shaped, as every program does it. */
import { devanagariFont } from './pdf-columns.ts';
import { PdfPage } from './pdf-page.ts';

export const hindiTruth = {
  name: 'आशा वर्मा',
  email: 'asha.verma@example.com',
  phone: '+919876543210',
  jobs: [
    { role: 'सॉफ्टवेयर इंजीनियर', organisation: 'कावेरी टेक्नोलॉजी', start: '2021-06', end: 'now' },
    { role: 'प्रशिक्षु', organisation: 'नर्मदा बैंक', start: '2020-01', end: '2020-06' },
  ],
  studies: [{ degree: 'बी.टेक', field: 'कंप्यूटर विज्ञान', institution: 'गोदावरी विश्वविद्यालय', end: '2020' }],
  skills: ['जावा', 'एक्सेल', 'हिंदी टंकण'],
  languages: ['हिंदी', 'अंग्रेज़ी'],
} as const;

export function hindiResume(): Promise<Uint8Array> {
  const font = devanagariFont();
  const page = new PdfPage({ regular: font, bold: font, italic: font });
  const left = 50;
  let y = page.text(hindiTruth.name, left, 40, { size: 22 });
  y = page.text('मोबाइल: 98765 43210', left, y + 4, { size: 10 });
  y = page.text('asha.verma@example.com', left, y, { size: 10 });
  const heading = (title: string): void => { y = page.text(title, left, y + 12, { size: 14 }) + 2; };
  heading('कार्य अनुभव');
  y = page.text('सॉफ्टवेयर इंजीनियर, कावेरी टेक्नोलॉजी', left, y, { width: 300 });
  y = page.text('जून 2021 – वर्तमान', left, y, { width: 300 });
  y = page.bullets(['ग्राहकों के लिए नई सेवा बनाई और उसकी जाँच की'], left, y, 400, '-');
  y = page.text('प्रशिक्षु, नर्मदा बैंक', left, y + 6, { width: 300 });
  y = page.text('जनवरी 2020 – जून 2020', left, y, { width: 300 });
  heading('शिक्षा');
  y = page.text('बी.टेक, कंप्यूटर विज्ञान, गोदावरी विश्वविद्यालय, 2016 - 2020', left, y);
  heading('कौशल');
  y = page.text('जावा, एक्सेल, हिंदी टंकण', left, y);
  heading('भाषाएँ');
  page.text('हिंदी, अंग्रेज़ी', left, y);
  return page.end();
}
