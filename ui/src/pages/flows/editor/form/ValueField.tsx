import { NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parse, stringify } from 'yaml';
import { DurationField } from '~/components/inputs/DurationField';
import { useTexts } from '~/app/texts';
import type { Path } from '../document/place';
import type { Shape } from '../document/shape';
import { useForms } from './bench';
import classes from './form.module.css';
import { ListField, MapField } from './ListField';
import { MembersField, VariantField } from './MembersField';
import { words } from './words';

export interface ValueProps<S extends Shape = Shape> {
  shape: S;
  path: Path;
  value: unknown;
  id: string;
  label: string;
  placeholder?: string;
  disabled?: boolean;
  invalid?: boolean;
}

/** The control for a value of a shape. */
export function ValueField(props: ValueProps) {
  const { shape, path, value, id, label, placeholder, disabled, invalid } = props;
  const t = useTexts(words);
  const bench = useForms();
  const set = (next: unknown) => bench.set(path, next);
  const common = { id, 'aria-label': label, error: invalid, placeholder, disabled };
  switch (shape.kind) {
    case 'text': {
      const text = textOf(value);
      return /\n/.test(text) || !disabled ? (
        <Textarea {...common} autosize minRows={1} maxRows={18} value={text} classNames={{ input: /\n|\{\{/.test(text) ? 'mono' : undefined }} onChange={(event) => set(event.currentTarget.value || undefined)} />
      ) : (
        <TextInput {...common} value={text} readOnly />
      );
    }
    case 'number':
      return <NumberInput {...common} allowDecimal={!shape.whole} value={value === undefined || value === null ? '' : Number(value)} onChange={(next) => set(next === '' ? undefined : Number(next))} />;
    case 'truth':
      return (
        <SegmentedControl
          id={id}
          aria-label={label}
          style={{ alignSelf: 'flex-start' }}
          value={value === undefined || value === null ? '' : String(value).toLowerCase()}
          onChange={(next) => set(next === '' ? undefined : next === 'true')}
          data={[
            { value: 'true', label: t.yes },
            { value: 'false', label: t.no },
            { value: '', label: placeholder ? `${placeholder} (${t.unset})` : t.unset },
          ]}
        />
      );
    case 'choice': {
      const chosen = textOf(value);
      const values = chosen && !shape.values.includes(chosen) ? [...shape.values, chosen] : shape.values;
      return <Select {...common} searchable={values.length > 7} clearable data={values} value={chosen || null} placeholder={placeholder ?? t.unset} onChange={(next) => set(next ?? undefined)} />;
    }
    case 'duration':
      return <DurationField id={id} label={label} value={textOf(value)} invalid={invalid ?? false} onGive={set} />;
    case 'list':
      return <ListField {...props} shape={shape} />;
    case 'map':
      return <MapField {...props} shape={shape} />;
    case 'members':
      return <MembersField members={shape.members} path={path} />;
    case 'variants':
      return <VariantField {...props} shape={shape} />;
    case 'any':
    case 'step':
      return <FreeField {...props} />;
  }
}

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'object' ? stringify(value, { lineWidth: 0 }).trimEnd() : String(value));

/** Any value, written as YAML. */
function FreeField({ path, value, id, label, invalid }: ValueProps) {
  const t = useTexts(words);
  const bench = useForms();
  const [draft, setDraft] = useState<{ text: string; meant: unknown }>();
  // what is written here is shown as it was written, until the source says something else
  const same = draft !== undefined && JSON.stringify(draft.meant) === JSON.stringify(value);
  const text = same || draft?.meant === unreadable ? (draft?.text ?? '') : textOf(value);
  const write = (next: string) => {
    const meant = read(next);
    setDraft({ text: next, meant });
    if (meant !== unreadable) bench.set(path, next.trim() === '' ? undefined : meant);
  };
  return (
    <>
      <Textarea id={id} aria-label={label} autosize minRows={1} maxRows={18} classNames={{ input: 'mono' }} error={invalid || draft?.meant === unreadable} value={text} onChange={(event) => write(event.currentTarget.value)} />
      {draft?.meant === unreadable && <p className={classes.problem}>{t.notYaml}</p>}
    </>
  );
}

const unreadable = Symbol('unreadable');

function read(text: string): unknown {
  try {
    return (parse(text) as unknown) ?? undefined;
  } catch {
    return unreadable;
  }
}
