import { FileInput, Group, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { bytes } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { words } from './words';

interface Props {
  id: string;
  label: string;
  /** A chosen file, or the address of a stored one. */
  value: string | File;
  accept: string[] | undefined;
  onGive: (value: File | undefined) => void;
}

export function FileField({ id, label, value, accept, onGive }: Props) {
  const t = useTexts(words);
  const chosen = value instanceof File ? value : null;
  return (
    <Group gap={8}>
      <FileInput
        id={id}
        aria-label={label}
        flex={1}
        placeholder={typeof value === 'string' && value ? value.split('/').at(-1) : t.chooseFile}
        accept={accept?.join(',')}
        leftSection={<IconUpload size={14} />}
        value={chosen}
        clearable
        onChange={(file) => onGive(file ?? undefined)}
      />
      {chosen && (
        <Text size="xs" c="var(--quiet)">
          {bytes(chosen.size)}
        </Text>
      )}
    </Group>
  );
}
