import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Search } from '~/app/search';
import { Kept, useKept } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { words } from './words';

interface SavedSearch {
  list: string;
  name: string;
  search: Search;
}

const saved = new Kept<SavedSearch[]>('legato.searches', []);

/** Searches that a person has given names to. */
export function SavedSearches({ name: list }: { name: string }) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const [all, setAll] = useKept(saved);
  const [name, setName] = useState('');
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const own = all.filter((one) => one.list === list);
  const keep = () => {
    setAll([...all.filter((one) => one.list !== list || one.name !== name), { list, name, search: { ...search, page: undefined } }]);
    setName('');
  };
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={t.saved}>
          <ActionIcon variant="default" size={30} aria-label={t.saved}>
            <IconBookmark size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" w={260}>
          <Text size="xs" fw={600}>
            {t.saved}
          </Text>
          {own.length === 0 && (
            <Text size="xs" c="var(--quiet)">
              {t.noSaved}
            </Text>
          )}
          {own.map((one) => (
            <Group key={one.name} gap={4} wrap="nowrap" justify="space-between">
              <Button variant="subtle" size="compact-sm" onClick={() => void navigate({ to: '.', search: one.search as never })}>
                {one.name}
              </Button>
              <ActionIcon aria-label={t.removeSearch(one.name)} onClick={() => setAll(all.filter((other) => other !== one))}>
                <IconTrash size={14} />
              </ActionIcon>
            </Group>
          ))}
          <Group gap="xs" wrap="nowrap">
            <TextInput placeholder={t.saveSearch} aria-label={t.saveSearchName} value={name} onChange={(event) => setName(event.currentTarget.value)} flex={1} />
            <Button variant="default" disabled={!name.trim()} onClick={keep}>
              {s.save}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
