/** Suggestions as a mail says them; the pages word the same codes from their locale files. */
import type { Message } from '@cairn/engine/reasons';

type Language = 'en' | 'hi';
type Words = Readonly<Record<Language, string>>;

export const suggestions: Readonly<Record<string, Words>> = {
  'progress.risk.overload': {
    en: 'The plan asks for {planned} hours a week, and lately it was {hours}. Lay the rest out for the time you have: the plan then fits your weeks.',
    hi: 'योजना हफ़्ते में {planned} घंटे माँगती है, और पिछले दिनों {hours} घंटे हो पाए। बाकी काम को अपने समय के हिसाब से फिर बाँटिए।',
  },
  'progress.risk.falling-pace': {
    en: 'Your pace went from {from} to {to} hours a week. One small task today is enough to turn it.',
    hi: 'आपकी रफ़्तार हफ़्ते में {from} से {to} घंटे हो गई है। आज एक छोटा काम इसे मोड़ने के लिए काफ़ी है।',
  },
  'progress.risk.stalled': {
    en: 'Nothing was done for {skill} in {count} days. Its next task is waiting, and half an hour is a beginning.',
    hi: '{skill} पर {count} दिनों से कुछ नहीं हुआ। उसका अगला काम बाकी है, और आधा घंटा भी एक शुरुआत है।',
  },
  'progress.insight.review': {
    en: 'Reviews of about {minutes} minutes in all are due: what is looked at again now is kept for longer.',
    hi: 'कुल लगभग {minutes} मिनट के दोहराव बाकी हैं: अभी दोहराया हुआ ज़्यादा दिन याद रहता है।',
  },
  'progress.insight.next': { en: 'The next task of your plan is the best place to begin.', hi: 'शुरू करने के लिए आपकी योजना का अगला काम सबसे अच्छा है।' },
  'progress.insight.no-plan': { en: 'There is no open plan. Compare yourself with a job you want, and plan the way there.', hi: 'अभी कोई खुली योजना नहीं है। मनचाही नौकरी से तुलना कीजिए और वहाँ का रास्ता बनाइए।' },
};

export function suggestionInWords({ code, params }: Message, language: Language): string {
  const words = suggestions[code]?.[language];
  if (words === undefined) throw new Error(`A mail has no words for ${code}`);
  return words.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = params[name] ?? '';
    return typeof value === 'number' ? new Intl.NumberFormat(language === 'hi' ? 'hi-IN-u-nu-latn' : 'en-IN', { maximumFractionDigits: 1 }).format(value) : value;
  });
}
