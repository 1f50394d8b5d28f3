import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconBraces, IconKey, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { keyActions, keyQueries, type KeyEntry } from '~/api/namespaces';
import type { Search } from '~/app/search';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { confirm } from '~/components/Confirm';
import { Empty } from '~/components/Empty';
import { ColumnChooser } from '~/components/list/ColumnChooser';
import { DataTable, type Column, type Selection } from '~/components/list/DataTable';
import { filterFields } from '~/components/list/fields';
import { FilterBar } from '~/components/list/FilterBar';
import { useList } from '~/components/list/useList';
import { Facts, Panel } from '~/components/Panel';
import { useAct } from '~/components/useAct';
import { useCopy } from '~/components/useCopy';
import { KeyDialog } from './KeyDialog';
import { words } from './words';

const keyOf = (entry: KeyEntry) => `${entry.namespace}/${entry.key}`;

interface Chosen {
  namespace?: string;
  entry?: KeyEntry;
}

/** The key-values of a namespace, or of all. */
export function KeyTable({ namespace }: { namespace?: string }) {
  const t = useTexts(words);
  const list = useList({ sort: 'key:asc', fixed: namespace ? [{ field: 'namespace', comparator: 'EQUALS', values: [namespace] }] : [] });
  const keys = useQuery(keyQueries.search(list.query));
  const [edited, setEdited] = useState<Chosen>();
  const columns = useColumns((entry) => setEdited({ entry })).filter((column) => !namespace || column.id !== 'namespace');
  const filtered = list.filters.length > 0 || list.text !== '';
  return (
    <>
      <FilterBar name="keys" list={list} fields={namespace ? [] : [filterFields.namespace]} refresh={keys.refetch}>
        <ColumnChooser list="keys" columns={columns} />
        <Button leftSection={<IconPlus size={15} />} onClick={() => setEdited({ namespace })}>
          {t.newKey}
        </Button>
      </FilterBar>
      <DataTable
        name="keys"
        list={list}
        query={keys}
        columns={columns}
        rowKey={keyOf}
        bulk={(selection) => <Removal selection={selection} entries={keys.data?.results ?? []} conditions={list.conditions} />}
        empty={<Empty icon={IconKey} title={filtered ? t.noMatchKeys : t.noKeys} text={filtered ? undefined : t.noKeysText} />}
      />
      {namespace && <Inherited namespace={namespace} />}
      {edited && <KeyDialog namespace={edited.namespace} entry={edited.entry} onClose={() => setEdited(undefined)} />}
    </>
  );
}

function useColumns(edit: (entry: KeyEntry) => void): Column<KeyEntry>[] {
  const t = useTexts(words);
  const s = useTexts(shared);
  const copy = useCopy();
  const formats = useFormats();
  return [
    {
      id: 'key',
      name: t.key,
      sort: 'key',
      cell: (entry) => (
        <button type="button" className="link" onClick={() => edit(entry)}>
          <b>{entry.key}</b>
        </button>
      ),
    },
    {
      id: 'namespace',
      name: t.namespace,
      sort: 'namespace',
      cell: (entry) => (
        <Link to="/namespaces/edit/$id/$tab" params={{ id: entry.namespace, tab: 'kv' }}>
          {entry.namespace}
        </Link>
      ),
    },
    { id: 'description', name: t.description, cell: (entry) => entry.description },
    { id: 'created', name: t.created, hidden: true, oneLine: true, cell: (entry) => formats.dateTime(entry.creationDate) },
    { id: 'updated', name: t.updated, sort: 'updateDate', oneLine: true, cell: (entry) => <span title={formats.dateTime(entry.updateDate)}>{formats.ago(entry.updateDate)}</span> },
    { id: 'expires', name: t.expires, oneLine: true, cell: (entry) => entry.expirationDate && <span title={formats.dateTime(entry.expirationDate)}>{formats.ago(entry.expirationDate)}</span> },
    { id: 'revision', name: t.revision, hidden: true, align: 'right', cell: (entry) => entry.revision },
    {
      id: 'actions',
      name: '',
      width: 1,
      align: 'right',
      cell: (entry) => (
        <Group gap={2} wrap="nowrap">
          <Tooltip label={t.copyExpression}>
            <ActionIcon size="sm" aria-label={`${t.copyExpression} ${entry.key}`} onClick={() => copy(`{{ kv('${entry.key}') }}`)}>
              <IconBraces size={15} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={s.edit}>
            <ActionIcon size="sm" aria-label={`${s.edit} ${entry.key}`} onClick={() => edit(entry)}>
              <IconPencil size={15} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ),
    },
  ];
}

function Removal({ selection, entries, conditions }: { selection: Selection; entries: KeyEntry[]; conditions: Search }) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const [act, busy] = useAct();
  const queries = useQueryClient();
  const chosen = entries.filter((entry) => selection.keys.includes(keyOf(entry)));
  const all = async () => {
    const found: KeyEntry[] = [];
    for (let page = 1; found.length < selection.count; page++) {
      const { results } = await queries.fetchQuery(keyQueries.search({ ...conditions, page: String(page), size: '500' }));
      if (results.length === 0) break;
      found.push(...results);
    }
    return found;
  };
  const remove = () =>
    confirm({
      title: t.deleteKeys(selection.count),
      body: t.deleteKeysText,
      action: s.delete,
      dangerous: true,
      onConfirm: () =>
        act(async () => {
          const removed = selection.all ? await all() : chosen;
          for (const [namespace, keys] of byNamespace(removed)) await keyActions.removeAll(namespace, keys);
          selection.clear();
          return removed.length;
        }, t.deletedKeys),
    });
  return (
    <Button variant="default" c="var(--state-failed)" disabled={busy} onClick={remove}>
      {s.delete}
    </Button>
  );
}

function byNamespace(entries: KeyEntry[]): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const { namespace, key } of entries) keys.set(namespace, [...(keys.get(namespace) ?? []), key]);
  return keys;
}

function Inherited({ namespace }: { namespace: string }) {
  const t = useTexts(words);
  const formats = useFormats();
  const inherited = useQuery(keyQueries.inherited(namespace));
  if (!inherited.data || inherited.data.length === 0) return null;
  return (
    <Panel title={t.inherited}>
      <Facts
        facts={inherited.data.map((entry) => [
          <Link key={keyOf(entry)} to="/namespaces/edit/$id/$tab" params={{ id: entry.namespace, tab: 'kv' }}>
            {entry.namespace}
          </Link>,
          <Group key="key" gap={12}>
            <b>{entry.key}</b>
            <span className="quiet">{formats.ago(entry.updateDate)}</span>
          </Group>,
        ])}
      />
    </Panel>
  );
}
