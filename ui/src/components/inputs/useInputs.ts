import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Schemas } from '~/api/client';

export type Given = Record<string, string | File>;

/** What an author writes of an input. */
export interface InputDefinition {
  id: string;
  type: string;
  displayName?: string;
  description?: string;
  required?: boolean;
  defaults?: unknown;
  /** What can be chosen; people see the label where there is one. */
  values?: (string | { label?: string; value: string })[];
  isRadio?: boolean;
  allowCustomValue?: boolean;
  min?: number | string;
  max?: number | string;
  allowedFileExtensions?: string[];
  itemType?: string;
  placeholder?: string;
}

export interface Asked {
  input: InputDefinition;
  /** What the person gave, or what holds when nothing is given. */
  value: string | File;
  /** Whether the value is not the person's. */
  isDefault: boolean;
  errors: string[];
}

export interface InputForm {
  asked: Asked[];
  checks: Schemas['InputsCheck'][];
  loading: boolean;
  error: unknown;
  /** Whether the server would not take what is given; false while that is not known. */
  refused: boolean;
  given: Given;
  give(id: string, value: string | File | undefined): void;
  /** From now on missing values are told as well. */
  showAll(): void;
}

/** A form made of inputs; the server decides which are asked for, what they default to and what is wrong. */
export function useInputs(name: string, check: (form: FormData) => Promise<Schemas['Inputs']>, initial: Given = {}): InputForm {
  const [given, setGiven] = useState<Given>(initial);
  const [all, setAll] = useState(false);
  const [settled] = useDebouncedValue(given, 250);
  const answers = useQuery({
    queryKey: ['inputs', name, keyOf(settled)],
    // files are not sent to be checked: their presence is what counts
    queryFn: () => check(formOf(settled, true)),
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const asked = useMemo(
    () =>
      (answers.data?.inputs ?? [])
        .filter((answer) => answer.enabled)
        .map((answer): Asked => {
          const input = definitionOf(answer.input);
          const own = given[input.id];
          const told = own !== undefined || all ? answer.errors.map((error) => error.message) : [];
          // a secret comes sealed, and is not to be seen
          const held = input.type === 'SECRET' ? '' : textOf(answer.value);
          return { input, value: own ?? held, isDefault: answer.isDefault, errors: own instanceof File ? [] : told };
        }),
    [answers.data, given, all],
  );
  const wrong = (answers.data?.inputs ?? []).some((answer) => answer.enabled && answer.errors.length > 0 && !(given[definitionOf(answer.input).id] instanceof File));
  const checks = answers.data?.checks ?? [];
  return {
    asked,
    checks,
    loading: answers.data === undefined && !answers.error,
    error: answers.error,
    refused: settled === given && !answers.isFetching && (wrong || checks.some((one) => one.behavior === 'BLOCK_EXECUTION')),
    given,
    give: (id, value) => setGiven((before) => (value === undefined ? Object.fromEntries(Object.entries(before).filter(([key]) => key !== id)) : { ...before, [id]: value })),
    showAll: () => setAll(true),
  };
}

/** Flows of 2023 call the id of an input its name. */
function definitionOf(input: unknown): InputDefinition {
  const written = input as InputDefinition & { name?: string };
  return { ...written, id: written.id ?? written.name };
}

function keyOf(given: Given): string {
  return JSON.stringify(given, (_, value: unknown) => (value instanceof File ? `file:${value.name}` : value));
}

/** The values as the parts of a form. A file has its own name. */
export function formOf(given: Given, withoutFiles = false): FormData {
  const form = new FormData();
  for (const [id, value] of Object.entries(given)) {
    if (typeof value === 'string') form.append(id, value);
    else if (!withoutFiles) form.append(id, value, value.name);
  }
  return form;
}

/** A value as the text that the form would send. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, typeof value === 'object' ? 2 : 0);
}
