import { Button, Menu, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBook2, IconChevronDown, IconLayoutDashboard, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dashboardQueries } from '~/api/dashboards';
import { useTexts } from '~/app/texts';
import { words } from './words';

/** Leads from one dashboard to another, or to a new one. */
export function DashboardChooser({ title }: { title?: string }) {
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
        <Menu.Item component={Link} to="/dashboards" search={{ usual: 'true' } as never}>
          {t.usual}
        </Menu.Item>
        {(dashboards.data?.results ?? []).map((dashboard) => (
          <Menu.Item key={dashboard.id} component={Link} to={`/dashboards/${dashboard.id}`}>
            {dashboard.title}
          </Menu.Item>
        ))}
        <Menu.Divider />
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
