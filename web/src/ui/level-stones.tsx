import { useTranslation } from 'react-i18next';

interface LevelStonesProps {
  /** 0 to 4: how many stones stand. */
  level: number;
  /** 1 to 4: the level asked for; stones still to be placed are outlined in the colour of what is missing. */
  needed?: number;
  /** Pixels. */
  size?: number;
  /** Leaves out the words for a screen reader, where they stand beside it anyway. */
  decorative?: boolean;
}

/** From the ground up, each a little off the one below. */
const stones = [
  { x: 1, y: 18.6, width: 22 },
  { x: 3.2, y: 12.8, width: 16.6 },
  { x: 6.4, y: 7, width: 12 },
  { x: 8, y: 1.2, width: 7.6 },
];
const thickness = 4.4;

/** A level as a cairn of four stones. */
export function LevelStones({ level, needed = 0, size = 28, decorative = false }: LevelStonesProps) {
  const { t } = useTranslation('common');
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" style={{ flex: 'none' }} {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`level.${String(level)}`) })}>
      {stones.map(({ x, y, width }, index) => {
        const isWanted = index >= level && index < needed;
        return (
          <rect
            key={y} x={isWanted ? x + 0.6 : x} y={isWanted ? y + 0.6 : y} width={isWanted ? width - 1.2 : width} height={isWanted ? thickness - 1.2 : thickness} rx={thickness / 2}
            fill={index < level ? 'var(--cairn-match)' : isWanted ? 'none' : 'var(--cairn-track)'} stroke={isWanted ? 'var(--cairn-missing)' : 'none'} strokeWidth="1.2"
          />
        );
      })}
    </svg>
  );
}
