import { ActionIcon, Badge, Button, Group, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconFolder, IconFolders, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { answer, api } from '~/api/client';
import { namespaceQueries } from '~/api/namespaces';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { Await, Empty } from '~/components/Empty';
import { Panel } from '~/components/Panel';
import classes from './namespaces.module.css';
import { treeOf, type Branch } from './tree';
import { words } from './words';

export function NamespaceList() {
  const t = useTexts(words);
  const [sought, setSought] = useState('');
  const namespaces = useQuery(namespaceQueries.all());
  const config = useQuery({ queryKey: ['config'], queryFn: () => answer(api.GET('/api/v1/main/configs')), staleTime: 60_000 });
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  return (
    <Page title={t.namespaces} actions={<GoTo />}>
      <TextInput
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<IconSearch size={15} />}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
        maw={420}
      />
      <Await query={namespaces}>
        {(all) => {
          const found = all.map((one) => one.id).filter((id) => id.toLowerCase().includes(sought.trim().toLowerCase()));
          if (found.length === 0) return <Empty icon={IconFolders} title={sought ? t.noMatch : t.none} text={t.noneText} />;
          return (
            <Panel flush>
              <ul className={classes.tree}>
                {treeOf(found).map((branch) => (
                  <Item key={branch.id} branch={branch} depth={0} closed={closed} toggle={toggle} system={config.data?.systemNamespace} />
                ))}
              </ul>
            </Panel>
          );
        }}
      </Await>
    </Page>
  );
}

interface ItemProps {
  branch: Branch;
  depth: number;
  closed: ReadonlySet<string>;
  toggle: (id: string) => void;
  system: string | undefined;
}

function Item({ branch, depth, closed, toggle, system }: ItemProps) {
  const t = useTexts(words);
  const open = !closed.has(branch.id);
  return (
    <li>
      <div className={classes.branch} style={{ paddingLeft: 10 + depth * 22 }}>
        {branch.branches.length > 0 ? (
          <ActionIcon size="xs" aria-label={branch.id} aria-expanded={open} onClick={() => toggle(branch.id)}>
            {open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          </ActionIcon>
        ) : (
          <span style={{ width: 18 }} />
        )}
        <IconFolder size={16} stroke={1.6} color="var(--quiet)" aria-hidden />
        <Link to="/namespaces/edit/$id" params={{ id: branch.id }} className={classes.name}>
          {branch.name}
        </Link>
        {depth > 0 && <span className={classes.whole}>{branch.id}</span>}
        {branch.id === system && (
          <Badge size="xs" variant="light" color="gray">
            {t.system}
          </Badge>
        )}
      </div>
      {open && branch.branches.length > 0 && (
        <ul className={classes.tree}>
          {branch.branches.map((one) => (
            <Item key={one.id} branch={one} depth={depth + 1} closed={closed} toggle={toggle} system={system} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Opens a namespace by its name, also one that has nothing in it yet. */
function GoTo() {
  const t = useTexts(words);
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (id.trim()) void navigate({ to: '/namespaces/edit/$id', params: { id: id.trim() } });
  };
  return (
    <form onSubmit={go}>
      <Group gap={8} wrap="nowrap">
        <TextInput aria-label={t.go} placeholder={t.goHint} value={id} onChange={(event) => setId(event.currentTarget.value)} w={180} />
        <Button type="submit" variant="default" disabled={!id.trim()}>
          {t.open}
        </Button>
      </Group>
    </form>
  );
}
