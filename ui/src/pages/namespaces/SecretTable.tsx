import { ActionIcon, Alert, Badge, Button, Group, Tooltip } from '@mantine/core';
import { IconBraces, IconInfoCircle, IconLock, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { secretActions, secretQueries, type Secret } from '~/api/namespaces';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { confirm } from '~/components/Confirm';
import { Empty } from '~/components/Empty';
import { DataTable, type Column } from '~/components/list/DataTable';
import { filterFields } from '~/components/list/fields';
import { FilterBar } from '~/components/list/FilterBar';
import { useList } from '~/components/list/useList';
import { Facts, Panel } from '~/components/Panel';
import { useAct } from '~/components/useAct';
import { useCopy } from '~/components/useCopy';
import { SecretDialog } from './SecretDialog';
import { words } from './words';

const keyOf = (secret: Secret) => `${secret.namespace ?? ''}/${secret.key}`;

interface Edited {
  namespace?: string;
  secret?: Secret;
}

/** The names of secrets of a namespace, or of all; their values are never shown. */
export function SecretTable({ namespace }: { namespace?: string }) {
  const t = useTexts(words);
  const list = useList({ sort: 'key:asc' });
  const secrets = useQuery(namespace ? secretQueries.of(namespace, list.query) : secretQueries.all(list.query));
  const [edited, setEdited] = useState<Edited>();
  const readOnly = secrets.data?.readOnly === true;
  const columns = useColumns(readOnly, (secret) => setEdited({ secret, namespace: secret.namespace })).filter((column) => !namespace || column.id !== 'namespace');
  return (
    <>
      <FilterBar name="secrets" list={list} fields={namespace ? [] : [filterFields.namespace]} refresh={secrets.refetch}>
        {!readOnly && (
          <Button leftSection={<IconPlus size={15} />} onClick={() => setEdited({ namespace })}>
            {t.newSecret}
          </Button>
        )}
      </FilterBar>
      {readOnly && (
        <Alert variant="light" icon={<IconInfoCircle size={16} />}>
          {t.readOnly}
        </Alert>
      )}
      <DataTable
        name="secrets"
        list={list}
        query={secrets}
        columns={columns}
        rowKey={keyOf}
        empty={<Empty icon={IconLock} title={list.text ? t.noSecretsFound : t.noSecrets} text={list.text ? undefined : t.noSecretsText} />}
      />
      {namespace && <Inherited namespace={namespace} />}
      {edited && <SecretDialog namespace={edited.namespace} secret={edited.secret} onClose={() => setEdited(undefined)} />}
    </>
  );
}

function useColumns(readOnly: boolean, edit: (secret: Secret) => void): Column<Secret>[] {
  const t = useTexts(words);
  const formats = useFormats();
  return [
    { id: 'key', name: t.key, sort: 'key', cell: (secret) => <b>{secret.key}</b> },
    {
      id: 'namespace',
      name: t.namespace,
      cell: (secret) =>
        secret.namespace ? (
          <Link to="/namespaces/edit/$id/$tab" params={{ id: secret.namespace, tab: 'secrets' }}>
            {secret.namespace}
          </Link>
        ) : (
          <Badge size="xs" variant="light" color="gray">
            {t.fromEnvironment}
          </Badge>
        ),
    },
    { id: 'description', name: t.description, cell: (secret) => secret.description },
    { id: 'updated', name: t.updated, oneLine: true, cell: (secret) => secret.updated && <span title={formats.dateTime(secret.updated)}>{formats.ago(secret.updated)}</span> },
    { id: 'actions', name: '', width: 1, align: 'right', cell: (secret) => <SecretActions secret={secret} readOnly={readOnly} edit={() => edit(secret)} /> },
  ];
}

function SecretActions({ secret, readOnly, edit }: { secret: Secret; readOnly: boolean; edit: () => void }) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const copy = useCopy();
  const [act] = useAct();
  const { namespace, key } = secret;
  const remove = (from: string) =>
    confirm({
      title: t.deleteSecret(key),
      body: t.deleteSecretText,
      action: s.delete,
      dangerous: true,
      onConfirm: () => act(() => secretActions.remove(from, key), t.deletedSecret(key)),
    });
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={t.copyExpression}>
        <ActionIcon size="sm" aria-label={`${t.copyExpression} ${key}`} onClick={() => copy(`{{ secret('${key}') }}`)}>
          <IconBraces size={15} />
        </ActionIcon>
      </Tooltip>
      {!readOnly && namespace && (
        <>
          <Tooltip label={t.changeSecret(key)}>
            <ActionIcon size="sm" aria-label={t.changeSecret(key)} onClick={edit}>
              <IconPencil size={15} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={s.delete}>
            <ActionIcon size="sm" aria-label={`${s.delete} ${key}`} onClick={() => remove(namespace)}>
              <IconTrash size={15} />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </Group>
  );
}

function Inherited({ namespace }: { namespace: string }) {
  const t = useTexts(words);
  const inherited = useQuery(secretQueries.inherited(namespace));
  const others = Object.entries(inherited.data ?? {}).filter(([from, keys]) => from !== namespace && keys.length > 0);
  if (others.length === 0) return null;
  return (
    <Panel title={t.inherited}>
      <Facts facts={others.map(([from, keys]) => [from || t.fromEnvironment, keys.join(', ')])} />
    </Panel>
  );
}
