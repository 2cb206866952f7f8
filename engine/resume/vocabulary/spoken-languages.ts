/** Names of spoken languages and of how well they are spoken, in English and Hindi. */
import { foldKey } from '../../text/fold.ts';

const names =
  'afrikaans|albanian|amharic|arabic|armenian|assamese|awadhi|azerbaijani|bangla|basque|bengali|bhojpuri|bodo|bosnian|bulgarian|burmese|cantonese|catalan|chhattisgarhi|chinese|croatian|czech|danish|dogri|dutch|english|estonian|farsi|filipino|finnish|french|galician|garhwali|georgian|german|greek|gujarati|haryanvi|hebrew|hindi|hungarian|icelandic|igbo|indonesian|irish|italian|japanese|kannada|kashmiri|kazakh|khmer|konkani|korean|kumaoni|kurdish|lao|latin|latvian|lithuanian|macedonian|magahi|maithili|malay|malayalam|maltese|mandarin|manipuri|marathi|marwari|meitei|mizo|mongolian|nepali|norwegian|odia|oriya|pashto|persian|polish|portuguese|punjabi|rajasthani|romanian|russian|sanskrit|santali|serbian|sign language|sindhi|sinhala|slovak|slovenian|somali|spanish|swahili|swedish|tagalog|tamil|telugu|thai|tibetan|tulu|turkish|ukrainian|urdu|uzbek|vietnamese|welsh|xhosa|yoruba|zulu|' +
  'akan|aymara|belarusian|bhutia|lepcha|limbu|newari|sherpa|tamang|angami|braj|breton|bundeli|cebuano|corsican|creole|dari|dhivehi|dzongkha|esperanto|faroese|fijian|flemish|frisian|gaelic|garo|gondi|guarani|haitian creole|hakka|hausa|hawaiian|hmong|hokkien|ilocano|isixhosa|isizulu|javanese|kachchhi|khasi|kikuyu|kinyarwanda|kokborok|kutchi|ladakhi|lingala|luganda|luxembourgish|malagasy|maori|mewari|mundari|nagamese|nagpuri|ndebele|occitan|oromo|papiamento|putonghua|quechua|sadri|samoan|scottish gaelic|sesotho|setswana|shona|siswati|sundanese|swati|sylheti|taiwanese|tajik|tamazight|tatar|tigrinya|tongan|tsonga|tswana|turkmen|twi|uyghur|venda|wolof|yiddish|' +
  'हिंदी|हिन्दी|अंग्रेजी|अंग्रेज़ी|संस्कृत|मराठी|गुजराती|बंगाली|बांग्ला|पंजाबी|उर्दू|तमिल|तेलुगु|कन्नड़|मलयालम|उड़िया|असमिया|भोजपुरी|मैथिली|नेपाली|राजस्थानी|फ्रेंच|जर्मन|स्पेनिश|जापानी|deutsch|français|español|italiano|português';
const languages: ReadonlySet<string> = new Set(names.split('|').map(foldKey));

export function isSpokenLanguage(text: string): boolean {
  const words = foldKey(text).replace(/[.:]$/, '');
  if (languages.has(words)) return true;
  return languages.has(words.replace(/\s*\(.*$/, '').trim()) || languages.has(words.replace(/ (?:language|भाषा)$/, ''));
}

const levels =
  /\b(?:native|mother tongue|bilingual|fluent|fluency|proficient|proficiency|professional|working|conversational|intermediate|upper|advanced|basic|beginner|elementary|limited|full|excellent|good|moderate|fair|expert|read|write|speak|reading|writing|speaking|spoken|written|[abc][12]\+?|jlpt|n[1-5]|hsk|ielts|toefl|first language|second language)\b|मातृभाषा|धाराप्रवाह|प्रवाह|मध्यम|अच्छा|बुनियादी|सामान्य|कार्यसाधक|उत्तम|पढ़ना|लिखना|बोलना/iu;

export function isLanguageLevel(text: string): boolean {
  return levels.test(text);
}
