import { useTranslation } from 'react-i18next';

interface LevelStonesProps {
  /** 0 to 4: how many stones stand. */
  level: number;
  /** 1 to 4: the level asked for; stones still to be placed are drawn as outlines in the colour of what is missing. */
  needed?: number;
  /** Pixels. */
  size?: number;
  /** Leaves out the words for a screen reader, where they stand beside it anyway. */
  decorative?: boolean;
}

const stones = [
  { cx: 16, cy: 28.4, rx: 13, ry: 3.4 },
  { cx: 15, cy: 20.6, rx: 10, ry: 3.2 },
  { cx: 17, cy: 13, rx: 7.4, ry: 3 },
  { cx: 16, cy: 5.8, rx: 4.8, ry: 2.7 },
];

/** A level as a cairn of four stones, placed from the ground up. */
export function LevelStones({ level, needed = 0, size = 28, decorative = false }: LevelStonesProps) {
  const { t } = useTranslation('common');
  const label = t(`level.${String(level)}`);
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" style={{ flex: 'none' }} {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}>
      {stones.map((stone, index) => {
        const isPlaced = index < level;
        const isWanted = !isPlaced && index < needed;
        return (
          <ellipse
            key={stone.cy} {...stone} fill={isPlaced ? 'var(--cairn-match)' : 'none'}
            stroke={isPlaced ? 'var(--cairn-match)' : isWanted ? 'var(--cairn-missing)' : 'var(--mantine-color-default-border)'}
            strokeWidth="1.6" strokeDasharray={isWanted ? '3 2' : undefined}
          />
        );
      })}
    </svg>
  );
}
