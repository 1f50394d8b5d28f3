import { ActionIcon, Checkbox, Popover, Stack, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTexts } from '~/app/texts';
import { useColumns } from './columns';
import { words } from './words';

/** Lets a person choose the columns of a list. */
export function ColumnChooser({ list, columns }: { list: string; columns: { id: string; name: string; hidden?: boolean }[] }) {
  const t = useTexts(words);
  const { isShown, toggle } = useColumns(list, columns);
  return (
    <Popover position="bottom-end" shadow="md">
      <Popover.Target>
        <Tooltip label={t.columns}>
          <ActionIcon variant="default" size={30} aria-label={t.columns}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          {columns
            .filter((column) => column.name)
            .map((column) => (
              <Checkbox key={column.id} label={column.name} checked={isShown(column)} onChange={() => toggle(column)} />
            ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
