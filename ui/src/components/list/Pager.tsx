import { ActionIcon, Group, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import classes from './table.module.css';
import type { ListState } from './useList';
import { words } from './words';

export function Pager({ list, total }: { list: ListState; total: number }) {
  const t = useTexts(words);
  const formats = useFormats();
  const pages = Math.max(1, Math.ceil(total / list.size));
  const from = (list.page - 1) * list.size + 1;
  const to = Math.min(total, list.page * list.size);
  return (
    <footer className={classes.pager}>
      <Text size="xs" c="var(--quiet)">
        {t.range(formats.number(from), formats.number(to), formats.number(total))}
      </Text>
      <Group gap={6}>
        <Select
          aria-label={t.pageSize}
          data={['10', '25', '50', '100']}
          value={String(list.size)}
          onChange={(value) => list.setSize(Number(value))}
          w={76}
          allowDeselect={false}
          comboboxProps={{ position: 'top' }}
        />
        <ActionIcon variant="default" size={30} aria-label={t.previousPage} disabled={list.page <= 1} onClick={() => list.setPage(list.page - 1)}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Text size="xs" c="var(--quiet)">
          {t.pageOf(list.page, pages)}
        </Text>
        <ActionIcon variant="default" size={30} aria-label={t.nextPage} disabled={list.page >= pages} onClick={() => list.setPage(list.page + 1)}>
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
    </footer>
  );
}
