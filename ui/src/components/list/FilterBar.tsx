import { ActionIcon, Button, Menu, Popover, Tooltip } from '@mantine/core';
import { IconCheck, IconChevronDown, IconFilter, IconRefresh, IconX } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Kept, useKept, useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import type { Filter } from '~/api/filters';
import { FilterEditor } from './FilterEditor';
import type { FilterField } from './fields';
import { SavedSearches } from './SavedSearches';
import classes from './table.module.css';
import type { ListState } from './useList';
import { words } from './words';

interface Props {
  /** Name under which searches are saved. */
  name: string;
  list: ListState;
  fields: FilterField[];
  refresh?: () => unknown;
  /** More at the end of the bar, such as the choice of columns. */
  children?: ReactNode;
}

/** Free text and conditions as chips; all of it stands in the address. */
export function FilterBar({ name, list, fields, refresh, children }: Props) {
  const t = useTexts(words);
  const [draft, setDraft] = useState<FilterField>();
  const replace = (index: number, filter: Filter | undefined) =>
    list.setFilters(list.filters.flatMap((one, at) => (at !== index ? [one] : filter ? [filter] : [])));
  return (
    <div className={classes.bar}>
      <div className={classes.box}>
        {list.filters.map((filter, index) => (
          <Chip
            key={`${filter.field}${index}`}
            filter={filter}
            field={fields.find((one) => one.field === filter.field)}
            onChange={(changed) => replace(index, changed)}
          />
        ))}
        {fields.length > 0 && (
          <Popover withRoles={false} opened={draft !== undefined} onChange={(open) => !open && setDraft(undefined)} position="bottom-start" shadow="md" trapFocus>
            <Popover.Target>
              <span>
                <Menu position="bottom-start">
                  <Menu.Target>
                    <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconFilter size={14} />}>
                      {t.addFilter}
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {fields.map((field) => (
                      <Menu.Item key={field.field} onClick={() => setDraft(field)}>
                        {t.fields[field.field]}
                      </Menu.Item>
                    ))}
                  </Menu.Dropdown>
                </Menu>
              </span>
            </Popover.Target>
            <Popover.Dropdown>
              {draft && (
                <FilterEditor
                  key={draft.field}
                  field={draft}
                  onDone={(filter) => {
                    setDraft(undefined);
                    list.setFilters([...list.filters, filter]);
                  }}
                />
              )}
            </Popover.Dropdown>
          </Popover>
        )}
        <FreeText list={list} />
      </div>
      <SavedSearches name={name} />
      {refresh && <Refresh refresh={refresh} />}
      {children}
    </div>
  );
}

function FreeText({ list }: { list: ListState }) {
  const t = useTexts(words);
  const [text, setText] = useState(list.text);
  const [known, setKnown] = useState(list.text);
  if (known !== list.text) {
    setKnown(list.text);
    setText(list.text);
  }
  useEffect(() => {
    if (text === list.text) return undefined;
    const timer = setTimeout(() => list.setText(text), 300);
    return () => clearTimeout(timer);
  }, [text, list]);
  return (
    <input
      className={classes.text}
      placeholder={t.searchOrFilter}
      aria-label={t.searchOrFilter}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

function Chip({ filter, field, onChange }: { filter: Filter; field: FilterField | undefined; onChange: (filter: Filter | undefined) => void }) {
  const t = useTexts(words);
  const [open, setOpen] = useState(false);
  const name = field ? t.fields[field.field] : filter.field;
  const meaning = (value: string) =>
    t.ranges[value as keyof typeof t.ranges] ?? t.choices[value as keyof typeof t.choices] ?? value;
  const comparator = filter.field === 'timeRange' ? '' : t.comparators[filter.comparator];
  return (
    <Popover withRoles={false} opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <span className={classes.chip}>
          <button type="button" title={t.changeFilter} onClick={() => field && setOpen(!open)}>
            <span>{name}</span>
            <span className={classes.comparator}>{comparator}</span>
            <b>{filter.values.map(meaning).join(', ')}</b>
          </button>
          <button type="button" aria-label={t.removeFilter(name)} onClick={() => onChange(undefined)}>
            <IconX size={12} />
          </button>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        {field && (
          <FilterEditor
            field={field}
            filter={filter}
            onDone={(changed) => {
              setOpen(false);
              onChange(changed);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

const autoRefresh = new Kept('legato.autoRefresh', false);
/** Seconds; what people want at once is told by the server itself. */
const LEAST = 10;
const PAUSES = [LEAST, 30, 60, 300];

/** Asks again now, or every now and then. */
function Refresh({ refresh }: { refresh: () => unknown }) {
  const t = useTexts(shared);
  const [auto, setAuto] = useKept(autoRefresh);
  const [{ refreshSeconds }, change] = useSettings();
  useEffect(() => {
    if (!auto) return undefined;
    const timer = setInterval(() => document.visibilityState === 'visible' && refresh(), Math.max(refreshSeconds, LEAST) * 1000);
    return () => clearInterval(timer);
  }, [auto, refresh, refreshSeconds]);
  const choose = (seconds: number | undefined) => {
    setAuto(seconds !== undefined);
    if (seconds !== undefined) change({ refreshSeconds: seconds });
  };
  const pauses = [...new Set([...PAUSES, Math.max(refreshSeconds, LEAST)])].sort((one, other) => one - other);
  return (
    <ActionIcon.Group>
      <Tooltip label={t.refresh}>
        <ActionIcon variant="default" size={30} aria-label={t.refresh} onClick={() => refresh()}>
          <IconRefresh size={16} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant={auto ? 'light' : 'default'} h={30} w={auto ? 44 : 22} aria-label={t.autoRefresh}>
            {auto && <span className={classes.seconds}>{refreshSeconds} s</span>}
            <IconChevronDown size={13} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t.autoRefresh}</Menu.Label>
          <Choice chosen={!auto} onChoose={() => choose(undefined)}>
            {t.never}
          </Choice>
          {pauses.map((seconds) => (
            <Choice key={seconds} chosen={auto && seconds === refreshSeconds} onChoose={() => choose(seconds)}>
              {t.everySeconds(seconds)}
            </Choice>
          ))}
        </Menu.Dropdown>
      </Menu>
    </ActionIcon.Group>
  );
}

function Choice({ chosen, onChoose, children }: { chosen: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <Menu.Item leftSection={<IconCheck size={14} style={{ opacity: chosen ? 1 : 0 }} />} onClick={onChoose}>
      {children}
    </Menu.Item>
  );
}
