import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LevelStones } from '../../ui/level-stones.tsx';
import classes from './skills.module.css';
import { levels, type Level } from './skills-queries.ts';

interface LevelPickerProps {
  name: string;
  label: string;
  value: Level | null;
  onPick: (level: Level) => void;
}

/** None to expert as cairns of none to four stones. */
export function LevelPicker({ name, label, value, onPick }: LevelPickerProps) {
  const { t } = useTranslation('common');
  return (
    <fieldset className={classes['picker']}>
      <legend className="cairn-visually-hidden">{label}</legend>
      {levels.map((level) => (
        <label key={level} className={classes['level']} data-on={level === value || undefined}>
          <input type="radio" className="cairn-visually-hidden" name={name} value={level} checked={level === value} onChange={() => { onPick(level); }} />
          <LevelStones level={level} size={26} decorative />
          <Text size="xs" component="span">{t(`level.${String(level)}`)}</Text>
        </label>
      ))}
    </fieldset>
  );
}
