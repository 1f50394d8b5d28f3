import { Autocomplete, Group, MultiSelect, NumberInput, PasswordInput, Radio, SegmentedControl, Select, Switch, TagsInput, Text, TextInput } from '@mantine/core';
import { useTexts } from '~/app/texts';
import { CodeEditor } from '../editor/CodeEditor';
import { instantOf, localOf } from '../list/FilterEditor';
import { DurationField } from './DurationField';
import { FileField } from './FileField';
import type { Asked, InputDefinition } from './useInputs';
import { words } from './words';

interface Props {
  asked: Asked;
  onGive: (value: string | File | undefined) => void;
}

/** The field for a value of a type. */
export function InputWidget({ asked, onGive }: Props) {
  const t = useTexts(words);
  const { input, value, errors } = asked;
  const text = typeof value === 'string' ? value : '';
  const id = `input-${input.id}`;
  const invalid = errors.length > 0;
  const common = { id, 'aria-label': input.displayName ?? input.id, error: invalid };
  switch (input.type) {
    case 'INT':
    case 'FLOAT':
      return (
        <NumberInput
          {...common}
          value={text}
          allowDecimal={input.type === 'FLOAT'}
          placeholder={rangeText(input.min, input.max)}
          onChange={(next) => onGive(next === '' ? undefined : String(next))}
        />
      );
    case 'BOOLEAN':
      return (
        <SegmentedControl
          style={{ display: 'flex', width: 'fit-content' }}
          id={id}
          aria-label={common['aria-label']}
          value={text}
          onChange={(next) => onGive(next || undefined)}
          data={[
            { value: 'true', label: t.yes },
            { value: 'false', label: t.no },
            { value: '', label: t.undefined },
          ]}
        />
      );
    case 'BOOL':
      return <Switch id={id} aria-label={common['aria-label']} checked={text === 'true'} onChange={(event) => onGive(String(event.currentTarget.checked))} />;
    case 'ENUM':
    case 'SELECT':
      return <Choice asked={asked} text={text} onGive={onGive} />;
    case 'MULTISELECT': {
      const chosen = listIn(text);
      const give = (next: string[]) => onGive(next.length > 0 ? JSON.stringify(next) : undefined);
      return input.allowCustomValue ? (
        <TagsInput {...common} data={choicesOf(input).map((choice) => choice.value)} value={chosen} onChange={give} />
      ) : (
        <MultiSelect {...common} data={choicesOf(input)} value={chosen} onChange={give} searchable clearable />
      );
    }
    case 'DATETIME':
      return <TextInput {...common} type="datetime-local" step={1} value={localOf(text)} onChange={(event) => onGive(instantOf(event.currentTarget.value) || undefined)} />;
    case 'DATE':
      return <TextInput {...common} type="date" value={text} onChange={(event) => onGive(event.currentTarget.value || undefined)} />;
    case 'TIME':
      return <TextInput {...common} type="time" step={1} value={text} onChange={(event) => onGive(event.currentTarget.value || undefined)} />;
    case 'DURATION':
      return <DurationField id={id} label={common['aria-label']} value={text} invalid={invalid} onGive={onGive} />;
    case 'FILE':
      return <FileField id={id} label={common['aria-label']} value={value} accept={input.allowedFileExtensions} onGive={onGive} />;
    case 'SECRET':
      return <PasswordInput {...common} value={text} placeholder={asked.isDefault ? '••••••••' : undefined} autoComplete="off" onChange={(event) => onGive(event.currentTarget.value || undefined)} />;
    case 'JSON':
    case 'ARRAY':
      return <Code asked={asked} file="input.json" onGive={onGive} />;
    case 'YAML':
      return <Code asked={asked} file="input.yaml" onGive={onGive} />;
    default:
      return (
        <TextInput
          {...common}
          type={input.type === 'EMAIL' ? 'email' : 'text'}
          placeholder={input.placeholder}
          value={text}
          onChange={(event) => onGive(event.currentTarget.value === '' && input.defaults === undefined ? undefined : event.currentTarget.value)}
        />
      );
  }
}

function Choice({ asked, text, onGive }: { asked: Asked; text: string; onGive: Props['onGive'] }) {
  const { input, errors } = asked;
  const id = `input-${input.id}`;
  const label = input.displayName ?? input.id;
  const choices = choicesOf(input);
  if (input.isRadio) {
    return (
      <Radio.Group id={id} aria-label={label} value={text} onChange={(next) => onGive(next)}>
        <Group gap="md" mt={4}>
          {choices.map(({ value, label: name }) => (
            <Radio key={value} value={value} label={name} />
          ))}
        </Group>
      </Radio.Group>
    );
  }
  if (input.allowCustomValue) {
    return <Autocomplete id={id} aria-label={label} data={choices.map((choice) => choice.value)} value={text} error={errors.length > 0} onChange={(next) => onGive(next || undefined)} />;
  }
  return <Select id={id} aria-label={label} data={choices} value={text || null} error={errors.length > 0} searchable clearable={input.required === false} onChange={(next) => onGive(next ?? undefined)} />;
}

function Code({ asked, file, onGive }: { asked: Asked; file: string; onGive: Props['onGive'] }) {
  const { input, value } = asked;
  return (
    <div style={{ border: `1px solid var(${asked.errors.length > 0 ? '--state-failed' : '--line'})`, borderRadius: 6, overflow: 'hidden' }}>
      <CodeEditor value={typeof value === 'string' ? value : ''} fileName={file} label={input.displayName ?? input.id} height={110} onChange={(next) => onGive(next || undefined)} />
      {input.itemType && (
        <Text size="xs" c="var(--quiet)" px={8} pb={4}>
          {input.itemType}[]
        </Text>
      )}
    </div>
  );
}

/** What can be chosen, each once. */
function choicesOf({ values = [] }: InputDefinition): { value: string; label: string }[] {
  const choices = values.map((one) => (typeof one === 'object' ? { value: String(one.value), label: one.label ?? String(one.value) } : { value: String(one), label: String(one) }));
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

function rangeText(min: unknown, max: unknown): string | undefined {
  if (min === undefined && max === undefined) return undefined;
  return `${min ?? ''} … ${max ?? ''}`;
}

function listIn(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}
