import { Button, Menu, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBook2, IconChevronDown, IconLayoutDashboard, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { dashboardQueries } from '~/api/dashboards';
import { useTexts } from '~/app/texts';
import { words } from './words';

interface Props {
  /** Of the dashboard that is shown; the usual one if absent. */
  title?: string;
  /** Shows another dashboard in the same place, the usual one if empty; else the menu leads to its page. */
  onChoose?: (id: string) => void;
  /** More at the end of the menu. */
  children?: ReactNode;
}

/** Leads from one dashboard to another, or to a new one. */
export function DashboardChooser({ title, onChoose, children }: Props) {
  const t = useTexts(words);
  const [text, setText] = useState('');
  const [sought] = useDebouncedValue(text.trim(), 200);
  const dashboards = useQuery({ ...dashboardQueries.search({ q: sought || undefined, size: '50', sort: 'title:asc' }), retry: false });
  return (
    <Menu width={270}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconLayoutDashboard size={15} />} rightSection={<IconChevronDown size={13} />} aria-label={t.choose}>
          {title ?? t.usual}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <TextInput m={6} placeholder={t.search} aria-label={t.search} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Entry id="" title={t.usual} onChoose={onChoose} />
        {(dashboards.data?.results ?? []).map((dashboard) => (
          <Entry key={dashboard.id} id={dashboard.id} title={dashboard.title} onChoose={onChoose} />
        ))}
        <Menu.Divider />
        {children}
        <Menu.Item component={Link} to="/blueprints/dashboards" leftSection={<IconBook2 size={15} />}>
          {t.blueprints}
        </Menu.Item>
        <Menu.Item component={Link} to="/dashboards/new" leftSection={<IconPlus size={15} />}>
          {t.new}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry({ id, title, onChoose }: { id: string; title: string; onChoose?: (id: string) => void }) {
  if (onChoose) return <Menu.Item onClick={() => onChoose(id)}>{title}</Menu.Item>;
  return (
    <Menu.Item component={Link} to={id ? `/dashboards/${id}` : '/dashboards'} search={(id ? {} : { usual: 'true' }) as never}>
      {title}
    </Menu.Item>
  );
}
