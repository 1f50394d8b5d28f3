import { Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch, IconTopologyStar3, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { answer, api, query } from '~/api/client';
import { destinations } from './menu';
import classes from './palette.module.css';
import { useTexts } from './texts';
import { words } from './words';

interface Entry {
  to: string;
  name: string;
  hint: string;
  icon: Icon;
}

/** Ctrl+K: goes to a page or a flow by its name. */
export function CommandPalette() {
  const t = useTexts(words);
  const [opened, setOpened] = useState(false);
  useHotkeys([['mod+K', () => setOpened(true)]], []);
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} withCloseButton={false} padding={0} yOffset="12vh" centered={false} title={t.palette} styles={{ header: { display: 'none' } }}>
      {opened && <Choices onDone={() => setOpened(false)} />}
    </Modal>
  );
}

function Choices({ onDone }: { onDone: () => void }) {
  const t = useTexts(words);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [sought] = useDebouncedValue(text.trim(), 120);
  const flows = useQuery({
    queryKey: ['palette', sought],
    queryFn: () => answer(api.GET('/api/v1/main/flows/search', { params: { query: query({ q: sought, size: '8' }) } })),
    enabled: sought !== '',
    placeholderData: (before) => before,
  });
  const pages: Entry[] = destinations
    .map((page) => ({ to: page.to, name: t[page.word] as string, hint: '', icon: page.icon }))
    .filter((page) => page.name.toLowerCase().includes(text.trim().toLowerCase()));
  const found: Entry[] = (sought ? (flows.data?.results ?? []) : []).map((flow) => ({
    to: `/flows/edit/${flow.namespace}/${flow.id}`,
    name: flow.id,
    hint: flow.namespace,
    icon: IconTopologyStar3,
  }));
  const entries = [...pages, ...found];
  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    onDone();
    void navigate({ to: entry.to });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen((chosen + step + entries.length) % Math.max(entries.length, 1));
    } else if (event.key === 'Enter') {
      go(entries[chosen]);
    }
  };
  return (
    <>
      <TextInput
        data-autofocus
        variant="unstyled"
        size="md"
        className={classes.input}
        leftSection={<IconSearch size={17} />}
        placeholder={t.palettePlaceholder}
        aria-label={t.palettePlaceholder}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={classes.entries} role="listbox" aria-label={t.palette}>
        {entries.map((entry, index) => (
          <div
            key={`${entry.to}`}
            role="option"
            aria-selected={index === chosen}
            className={classes.entry}
            onMouseEnter={() => setChosen(index)}
            onClick={() => go(entry)}
          >
            <entry.icon size={16} />
            <span>{entry.name}</span>
            <Text span size="xs" c="dimmed">
              {entry.hint}
            </Text>
          </div>
        ))}
        {entries.length === 0 && <div className={classes.none}>{t.noMatch}</div>}
      </div>
    </>
  );
}
