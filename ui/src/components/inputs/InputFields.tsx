import { Alert, Input, Stack } from '@mantine/core';
import { useTexts } from '~/app/texts';
import { Empty, Failed, Loading } from '../Empty';
import { Markdown } from '../Markdown';
import { IconForms } from '@tabler/icons-react';
import { InputWidget } from './InputWidget';
import type { InputForm } from './useInputs';
import { words } from './words';

const styles = { ERROR: 'red', WARNING: 'yellow', INFO: 'blue', SUCCESS: 'green' };

/** The inputs of a form, one below the other, each with what is wrong with it. */
export function InputFields({ form }: { form: InputForm }) {
  const t = useTexts(words);
  if (form.error) return <Failed error={form.error} />;
  if (form.loading) return <Loading height={120} />;
  if (form.asked.length === 0) return <Empty icon={IconForms} title={t.none} />;
  return (
    <Stack gap="md">
      {form.checks.map((check, index) => (
        <Alert key={index} color={styles[check.style]} variant="light" py={8}>
          {check.message}
        </Alert>
      ))}
      {form.asked.map((asked) => (
        <Input.Wrapper
          key={asked.input.id}
          id={`input-${asked.input.id}`}
          label={asked.input.displayName ?? asked.input.id}
          labelElement="label"
          withAsterisk={asked.input.required !== false && asked.input.defaults === undefined}
          description={asked.input.description && <Markdown text={asked.input.description} />}
          descriptionProps={{ component: 'div' }}
          error={asked.errors.length > 0 && asked.errors.join(' ')}
          labelProps={{ title: `${asked.input.id} · ${asked.input.type}` }}
        >
          <InputWidget asked={asked} onGive={(value) => form.give(asked.input.id, value)} />
        </Input.Wrapper>
      ))}
    </Stack>
  );
}
