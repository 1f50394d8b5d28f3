import { levels } from '~/api/logs';
import { levelColor } from '../LevelMark';
import { families, stateColor } from '../states';

const colors = ['#4670e1', '#1c9a8a', '#b35c00', '#8a56d6', '#c2417c', '#6a8a1f', '#0b7896', '#a0522d', '#5b6abf', '#2f855a'];

/** A colour for a value: states and levels have theirs, others follow from their place. */
export function colorOfValue(value: string, place: number): string {
  if (value in families) return stateColor(value);
  if ((levels as readonly string[]).includes(value)) return levelColor(value);
  return colors[place % colors.length] ?? 'var(--quiet)';
}
