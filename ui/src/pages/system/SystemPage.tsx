import { Anchor, Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { executionQueries } from '~/api/executions';
import { flowQueries } from '~/api/flows';
import { keyQueries, namespaceQueries } from '~/api/namespaces';
import { systemQueries } from '~/api/system';
import { triggerQueries } from '~/api/triggers';
import { pluginQueries } from '~/api/documentation';
import { useFormats } from '~/app/formats';
import { Page } from '~/app/Page';
import { serverPath } from '~/app/place';
import type { Search } from '~/app/search';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { Facts, Panel } from '~/components/Panel';
import classes from './system.module.css';
import { words } from './words';

const state = (...names: string[]) => ({ 'filters[state][IN]': names.join(',') });
const RUNNING = state('RUNNING', 'CREATED', 'KILLING', 'RETRYING', 'RESTARTED');

/** What server this is, how it feels, and what it holds. */
export function SystemPage() {
  const t = useTexts(words);
  return (
    <Page title={t.system}>
      <div className={classes.parts}>
        <Server />
        <Contents />
        <Health />
        <Panel title={t.api}>
          <Facts
            facts={[
              [t.openapi, <Anchor key="api" size="sm" href={`${serverPath}/api`} target="_blank">{`${serverPath}/api`}</Anchor>],
              [t.metrics, <Anchor key="metrics" size="sm" href={`${serverPath}/prometheus`} target="_blank">{`${serverPath}/prometheus`}</Anchor>],
            ]}
          />
        </Panel>
      </div>
    </Page>
  );
}

function Server() {
  const t = useTexts(words);
  const formats = useFormats();
  const config = useQuery(systemQueries.config());
  return (
    <Panel title={t.server}>
      <Await query={config}>
        {(found) => {
          const more = found as unknown as Record<string, unknown>;
          return (
            <Facts
              facts={[
                [t.version, found.version],
                [t.commit, found.commitId === 'unknown' ? undefined : `${found.commitId} · ${formats.date(found.commitDate)}`],
                [t.instance, <span key="id" className="mono">{String(more.uuid)}</span>],
                [t.started, typeof more.startDate === 'string' ? formats.dateTime(more.startDate) : undefined],
                [t.storage, typeof more.storage === 'string' ? more.storage : undefined],
                [t.address, location.origin + serverPath],
                [t.access, found.isBasicAuthEnabled ? t.password : t.open],
                [t.preview, `${formats.number(found.preview.initial)} – ${formats.number(found.preview.max)}`],
              ]}
            />
          );
        }}
      </Await>
    </Panel>
  );
}

function Health() {
  const t = useTexts(words);
  const health = useQuery({ ...systemQueries.health(), refetchInterval: 10_000 });
  const mark = (status: string) => (
    <Badge size="sm" variant="light" color={status === 'UP' ? 'teal' : 'red'} c={status === 'UP' ? 'var(--state-success)' : 'var(--state-failed)'}>
      {status === 'UP' ? t.up : t.down}
    </Badge>
  );
  return (
    <Panel title={t.health} aside={health.data && mark(health.data.status)}>
      <Await query={health}>{(found) => <Facts facts={Object.values(found.details ?? {}).map((part): [string, ReactNode] => [part.name, mark(part.status)])} />}</Await>
    </Panel>
  );
}

function Contents() {
  const t = useTexts(words);
  const one = { size: '1', taskRuns: 'false' };
  const flows = useQuery(flowQueries.search(one));
  const executions = useQuery(executionQueries.search(one));
  const running = useQuery(executionQueries.search({ ...one, ...RUNNING }));
  const queued = useQuery(executionQueries.search({ ...one, ...state('QUEUED') }));
  const triggers = useQuery(triggerQueries.search({ size: '1' }));
  const keys = useQuery(keyQueries.search({ size: '1' }));
  const namespaces = useQuery(namespaceQueries.all());
  const plugins = useQuery(pluginQueries.groups());
  const types = plugins.data?.reduce((sum, group) => sum + group.tasks.length + group.triggers.length, 0);
  return (
    <Panel title={t.contents}>
      <Facts
        facts={[
          [t.flows, <Count key="flows" to="/flows" count={flows.data?.total} />],
          [t.executions, <Count key="executions" to="/executions" count={executions.data?.total} />],
          [t.running, <Count key="running" to="/executions" search={RUNNING} count={running.data?.total} />],
          [t.queued, <Count key="queued" to="/executions" search={state('QUEUED')} count={queued.data?.total} />],
          [t.triggers, <Count key="triggers" to="/triggers" count={triggers.data?.total} />],
          [t.namespaces, <Count key="namespaces" to="/namespaces" count={namespaces.data?.length} />],
          [t.keys, <Count key="keys" to="/kv" count={keys.data?.total} />],
          [t.plugins, <Count key="plugins" to="/plugins" count={types} />],
        ]}
      />
    </Panel>
  );
}

function Count({ to, search, count }: { to: string; search?: Search; count: number | undefined }) {
  const formats = useFormats();
  return (
    <Link to={to} search={(search ?? {}) as never}>
      {count === undefined ? '…' : formats.number(count)}
    </Link>
  );
}
