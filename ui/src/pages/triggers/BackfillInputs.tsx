import { MultiSelect, NumberInput, PasswordInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

/** An input that a flow asks for, as far as a backfill needs to know it. */
export interface FlowInput {
  id: string;
  type: string;
  displayName?: string;
  description?: string;
  required?: boolean;
  defaults?: unknown;
  values?: string[];
}

interface Props {
  inputs: FlowInput[];
  values: Record<string, unknown>;
  onChange: (values: Record<string, unknown>) => void;
}

/** A field for each input; one that stays empty has its default in every execution. */
export function BackfillInputs({ inputs, values, onChange }: Props) {
  const set = (id: string, value: unknown) => {
    const rest = Object.fromEntries(Object.entries(values).filter(([key]) => key !== id));
    onChange(value === '' || value === undefined || value === null ? rest : { ...rest, [id]: value });
  };
  return (
    <Stack gap="sm">
      {inputs.map((input) => (
        <Field key={input.id} input={input} value={values[input.id]} onChange={(value) => set(input.id, value)} />
      ))}
    </Stack>
  );
}

function Field({ input, value, onChange }: { input: FlowInput; value: unknown; onChange: (value: unknown) => void }): ReactNode {
  const shared = {
    label: input.displayName ?? input.id,
    description: input.description,
    required: input.required !== false && input.defaults === undefined,
    placeholder: input.defaults === undefined ? undefined : typeof input.defaults === 'string' ? input.defaults : JSON.stringify(input.defaults),
  };
  const text = typeof value === 'string' ? value : '';
  switch (input.type) {
    case 'INT':
    case 'FLOAT':
      return <NumberInput {...shared} value={typeof value === 'number' ? value : ''} onChange={onChange} allowDecimal={input.type === 'FLOAT'} />;
    case 'BOOL':
    case 'BOOLEAN':
      return <Switch label={shared.label} description={shared.description} checked={(value ?? input.defaults) === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case 'ENUM':
    case 'SELECT':
      return <Select {...shared} data={input.values ?? []} value={text || null} onChange={onChange} clearable />;
    case 'MULTISELECT':
      return <MultiSelect {...shared} data={input.values ?? []} value={Array.isArray(value) ? (value as string[]) : []} onChange={(chosen) => onChange(chosen.length > 0 ? chosen : undefined)} />;
    case 'SECRET':
      return <PasswordInput {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'JSON':
    case 'YAML':
    case 'ARRAY':
      return <Textarea {...shared} autosize minRows={2} ff="monospace" value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
    default:
      return <TextInput {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
}
