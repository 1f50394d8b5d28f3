import { Autocomplete, Button, MultiSelect, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Comparator, Filter } from '~/api/filters';
import { useTexts } from '~/app/texts';
import { timeRanges, type FilterField } from './fields';
import { words } from './words';

interface Props {
  field: FilterField;
  filter?: Filter;
  onDone: (filter: Filter) => void;
}

/** Asks for the comparison and the values of one condition. */
export function FilterEditor({ field, filter, onDone }: Props) {
  const t = useTexts(words);
  const [comparator, setComparator] = useState<Comparator>(filter?.comparator ?? field.comparators[0] ?? 'EQUALS');
  const [values, setValues] = useState(filter?.values ?? []);
  const kept = values.map((value) => value.trim()).filter((value) => value !== '' && (field.kind !== 'label' || value.includes(':')));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (kept.length > 0) onDone({ field: field.field, comparator, values: kept });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" w={270}>
        <Text size="xs" fw={600}>
          {t.fields[field.field]}
        </Text>
        {field.comparators.length > 1 && (
          <Select
            aria-label={t.comparator}
            data={field.comparators.map((one) => ({ value: one, label: t.comparators[one] }))}
            value={comparator}
            onChange={(value) => setComparator(value as Comparator)}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
        )}
        <Values field={field} comparator={comparator} values={values} onChange={setValues} />
        <Button type="submit" disabled={kept.length === 0}>
          {t.apply}
        </Button>
      </Stack>
    </form>
  );
}

interface ValuesProps {
  field: FilterField;
  comparator: Comparator;
  values: string[];
  onChange: (values: string[]) => void;
}

function Values({ field, comparator, values, onChange }: ValuesProps) {
  const t = useTexts(words);
  const several = comparator === 'IN' || comparator === 'NOT_IN';
  const one = values[0] ?? '';
  const [sought] = useDebouncedValue(one, 150);
  const suggestions = useQuery({
    queryKey: ['suggestions', field.field, several ? '' : sought],
    queryFn: () => field.suggest?.(several ? '' : sought) ?? [],
    enabled: field.suggest !== undefined,
    placeholderData: (before) => before,
  });
  const inside = { withinPortal: false };
  switch (field.kind) {
    case 'choices': {
      const data = (field.choices ?? []).map((value) => ({ value, label: t.choices[value as keyof typeof t.choices] ?? value }));
      return several ? (
        <MultiSelect aria-label={t.values} data={data} value={values} onChange={onChange} searchable comboboxProps={inside} data-autofocus />
      ) : (
        <Select aria-label={t.value} data={data} value={one || null} onChange={(value) => onChange(value ? [value] : [])} comboboxProps={inside} data-autofocus />
      );
    }
    case 'range':
      return (
        <>
          <Select
            aria-label={t.value}
            data={timeRanges.map((value) => ({ value, label: t.ranges[value] }))}
            value={one || null}
            onChange={(value) => onChange(value ? [value] : [])}
            comboboxProps={inside}
          />
          <TextInput placeholder={t.intervalHint} aria-label={t.intervalHint} value={one} onChange={(event) => onChange([event.currentTarget.value.toUpperCase()])} />
        </>
      );
    case 'moment':
      return <TextInput type="datetime-local" aria-label={t.value} step={1} value={localOf(one)} onChange={(event) => onChange([instantOf(event.currentTarget.value)])} data-autofocus />;
    case 'label':
      return <TagsInput aria-label={t.values} placeholder={t.labelHint} value={values} onChange={onChange} acceptValueOnBlur data-autofocus comboboxProps={inside} />;
    case 'text':
      return several ? (
        <TagsInput aria-label={t.values} data={suggestions.data ?? []} value={values} onChange={onChange} acceptValueOnBlur data-autofocus comboboxProps={inside} />
      ) : (
        <Autocomplete aria-label={t.value} data={suggestions.data ?? []} value={one} onChange={(value) => onChange([value])} data-autofocus comboboxProps={inside} />
      );
  }
}

/** An instant as the field of a browser wants it: the local time without a zone. */
export function localOf(instant: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return '';
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

export function instantOf(local: string): string {
  return local ? new Date(local).toISOString() : '';
}
