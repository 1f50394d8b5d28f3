import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { useList } from '~/components/list/useList';
import { PlaceDashboard } from '~/pages/dashboards/PlaceDashboard';
import { ExecutionTable } from '~/pages/executions/ExecutionList';
import { FlowTable } from '~/pages/flows/FlowList';
import { FilePanel } from './files/FilePanel';
import { KeyTable } from './KeyTable';
import { NamespaceDependencies } from './NamespaceDependencies';
import { SecretTable } from './SecretTable';
import { above } from './tree';
import { Variables } from './Variables';
import { words } from './words';

const tabs = ['overview', 'files', 'flows', 'executions', 'dependencies', 'kv', 'secrets', 'variables'] as const;
type TabName = (typeof tabs)[number];

export function NamespacePage() {
  const t = useTexts(words);
  const { id = '', tab: asked = 'overview' } = useParams({ strict: false }) as { id?: string; tab?: string };
  const tab = tabs.find((one) => one === asked) ?? 'overview';
  return (
    <Page
      title={id}
      crumbs={[{ name: t.namespaces, to: '/namespaces' }, ...above(id).map((one) => ({ name: one.split('.').at(-1) ?? one, to: `/namespaces/edit/${one}` }))]}
      tabs={tabs.map((one) => ({ id: one, name: t.tabs[one], to: `/namespaces/edit/${id}/${one}` }))}
      tab={tab}
      full={tab === 'files'}
      actions={
        <Button component={Link} to="/flows/new" search={{ namespace: id } as never} leftSection={<IconPlus size={15} />}>
          {t.newFlow}
        </Button>
      }
    >
      <Content key={`${id}/${tab}`} namespace={id} tab={tab} />
    </Page>
  );
}

function Content({ namespace, tab }: { namespace: string; tab: TabName }) {
  switch (tab) {
    case 'overview':
      return <PlaceDashboard place={{ namespace }} />;
    case 'files':
      return <FilePanel namespace={namespace} />;
    case 'flows':
      return <Flows namespace={namespace} />;
    case 'executions':
      return <Executions namespace={namespace} />;
    case 'dependencies':
      return <NamespaceDependencies namespace={namespace} />;
    case 'kv':
      return <KeyTable namespace={namespace} />;
    case 'secrets':
      return <SecretTable namespace={namespace} />;
    case 'variables':
      return <Variables namespace={namespace} />;
  }
}

function Flows({ namespace }: { namespace: string }) {
  return <FlowTable list={useList({ sort: 'id:asc', fixed: [{ field: 'namespace', comparator: 'PREFIX', values: [namespace] }] })} />;
}

function Executions({ namespace }: { namespace: string }) {
  const list = useList({ sort: 'state.startDate:desc', fixed: [{ field: 'namespace', comparator: 'PREFIX', values: [namespace] }] });
  return <ExecutionTable list={list} />;
}
