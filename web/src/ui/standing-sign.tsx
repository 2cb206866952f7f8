/** How something stands against what is asked: one sign and one colour for each, everywhere. */
export type Standing = 'met' | 'partial' | 'missing';

export const standingColour: Record<Standing, string> = { met: 'var(--cairn-match)', partial: 'var(--cairn-partial)', missing: 'var(--cairn-missing)' };

const marks: Record<Standing, string> = {
  met: 'M5 9.3 7.8 12 13 6.4',
  partial: 'M5.2 9h7.6',
  missing: 'M6.2 6.2l5.6 5.6M11.8 6.2l-5.6 5.6',
};

/** Decorative: the word is always beside it. */
export function StandingSign({ standing, size = 18 }: { standing: Standing; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <circle cx="9" cy="9" r="8" fill={standing === 'met' ? standingColour.met : 'none'} stroke={standingColour[standing]} strokeWidth="1.6" strokeDasharray={standing === 'missing' ? '3 2.2' : undefined} />
      <path d={marks[standing]} fill="none" stroke={standing === 'met' ? 'var(--mantine-color-body)' : standingColour[standing]} strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
