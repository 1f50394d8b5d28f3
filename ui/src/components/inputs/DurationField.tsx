import { Group, NumberInput, TextInput } from '@mantine/core';
import { secondsOf } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { words } from './words';

interface Props {
  id: string;
  label: string;
  value: string;
  invalid: boolean;
  onGive: (value: string | undefined) => void;
}

/** A duration as days, hours, minutes and seconds, or as ISO 8601. */
export function DurationField({ id, label, value, invalid, onGive }: Props) {
  const t = useTexts(words);
  const total = secondsOf(value);
  const seconds = Number.isFinite(total) ? total : 0;
  const parts = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, Math.round((seconds % 60) * 1000) / 1000];
  const change = (index: number, next: number) => onGive(isoOf(parts.map((part, at) => (at === index ? next : part))));
  return (
    <Group gap={6} wrap="nowrap">
      <TextInput id={id} aria-label={label} value={value} error={invalid} placeholder="PT1H30M" flex={1} onChange={(event) => onGive(event.currentTarget.value || undefined)} />
      {[t.days, t.hours, t.minutes, t.seconds].map((unit, index) => (
        <NumberInput key={unit} aria-label={`${label}: ${unit}`} value={parts[index]} min={0} suffix={` ${unit}`} w={82} onChange={(next) => change(index, Number(next) || 0)} />
      ))}
    </Group>
  );
}

export function isoOf([days = 0, hours = 0, minutes = 0, seconds = 0]: number[]): string {
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  const text = `P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
  return text === 'P' ? 'PT0S' : text;
}
