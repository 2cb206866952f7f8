/** What a preparation says in words, in the languages there are. */
import type { AnswerLanguage } from './prompts/in-language.ts';

const words = {
  en: {
    'ai.interview.day': 'Go through {topics}.',
    'ai.interview.day-and-rehearsal': 'Go through {topics}. Then answer the questions of all topics aloud for {minutes} minutes, without notes.',
    'ai.interview.rehearsal': 'Answer the questions of all topics aloud, without notes. Stop after each and compare it with what an answer should hold.',
    'ai.interview.advice.stories': 'Have three short stories of your own work ready: what was to be done, what you did, what came of it.',
    'ai.interview.advice.unknown': 'When you do not know something, say so, and say how you would find out.',
    'ai.interview.advice.company': 'Cairn knows nothing about how {company} interviews. Read the ad and its own pages, and ask somebody who works there.',
    'ai.interview.advice.ask': 'Write down three questions of your own to ask.',
    'ai.interview.advice.left-out': 'These days have no room for {count} more of what the role asks for; they are named below.',
  },
  hi: {
    'ai.interview.day': '{topics} दोहराएँ।',
    'ai.interview.day-and-rehearsal': '{topics} दोहराएँ। फिर {minutes} मिनट तक सब विषयों के सवालों के जवाब बिना नोट्स देखे बोलकर दें।',
    'ai.interview.rehearsal': 'सब विषयों के सवालों के जवाब बिना नोट्स देखे बोलकर दें। हर जवाब के बाद रुकें और देखें कि उसमें वह सब था या नहीं जो होना चाहिए।',
    'ai.interview.advice.stories': 'अपने काम की तीन छोटी कहानियाँ तैयार रखें: क्या करना था, आपने क्या किया, और उससे क्या हुआ।',
    'ai.interview.advice.unknown': 'जो न आता हो, साफ़ कह दें, और यह भी बताएँ कि आप उसे कैसे पता करेंगे।',
    'ai.interview.advice.company': 'Cairn नहीं जानता कि {company} में इंटरव्यू कैसे होते हैं। विज्ञापन और उनके अपने पन्ने पढ़ें, और वहाँ काम करने वाले किसी से पूछें।',
    'ai.interview.advice.ask': 'पूछने के लिए अपने तीन सवाल लिख लें।',
    'ai.interview.advice.left-out': 'इन दिनों में भूमिका की {count} और माँगों के लिए जगह नहीं है; वे नीचे लिखी हैं।',
  },
} as const satisfies Record<AnswerLanguage, Record<string, string>>;

export type InterviewMessageCode = keyof (typeof words)['en'];

export interface Worded {
  code: InterviewMessageCode;
  params: Record<string, string | number>;
  text: string;
}

export function interviewMessage(language: AnswerLanguage, code: InterviewMessageCode, params: Record<string, string | number> = {}): Worded {
  const template: string = words[language][code];
  return { code, params, text: template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)) };
}
