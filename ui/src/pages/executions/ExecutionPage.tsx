import { Alert, Badge } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useLiveExecution } from '~/api/live';
import { Page } from '~/app/Page';
import { settings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { Await, Loading } from '~/components/Empty';
import { StateBadge } from '~/components/StateBadge';
import { breakpointText } from './actions/ActionDialog';
import { ExecutionActions } from './actions/ExecutionActions';
import { pageWords } from './pageWords';
import { words } from './words';

const tabs = {
  overview: lazy(() => import('./tabs/Overview')),
  gantt: lazy(() => import('./tabs/Gantt')),
  topology: lazy(() => import('./tabs/Topology')),
  logs: lazy(() => import('./tabs/Logs')),
  outputs: lazy(() => import('./tabs/Outputs')),
  metrics: lazy(() => import('./tabs/Metrics')),
  linked: lazy(() => import('./tabs/Linked')),
};
const order = Object.keys(tabs) as (keyof typeof tabs)[];

/** One execution, as it is at this moment. */
export function ExecutionPage() {
  const { namespace = '', flowId = '', id = '', tab = settings.get().executionTab } = useParams({ strict: false });
  const t = useTexts(pageWords);
  const w = useTexts(words);
  const { execution, runs, error } = useLiveExecution(id);
  const Tab = tabs[tab as keyof typeof tabs] ?? tabs.gantt;
  const base = `/executions/${encodeURIComponent(namespace)}/${encodeURIComponent(flowId)}/${encodeURIComponent(id)}`;
  return (
    <Page
      title={id}
      crumbs={[
        { name: w.executions, to: '/executions' },
        { name: namespace, to: '/executions', search: { 'filters[namespace][PREFIX]': namespace } },
        { name: flowId, to: `/flows/edit/${encodeURIComponent(namespace)}/${encodeURIComponent(flowId)}` },
      ]}
      mark={
        execution && (
          <>
            <StateBadge state={execution.state.current} size="md" />
            {execution.kind !== 'NORMAL' && (
              <Badge variant="light" color="gray">
                {t.kinds[execution.kind]}
              </Badge>
            )}
          </>
        )
      }
      tabs={order.map((one) => ({ id: one, name: t[one], to: `${base}/${one}` }))}
      tab={tab}
      actions={execution && <ExecutionActions execution={execution} />}
    >
      <Await query={{ data: execution, error }}>
        {(known) => (
          <>
            {known.queue && (
              <Alert color="gray" variant="light" py={8}>
                {known.queue.reason} {t.queue(known.queue.position, known.queue.running, known.queue.limit)}
              </Alert>
            )}
            {known.state.current === 'BREAKPOINT' && (
              <Alert color="grape" variant="light" py={8}>
                {t.atBreakpoint(known.breakpoints.map(breakpointText).join(', '))}
              </Alert>
            )}
            <Suspense fallback={<Loading />}>
              <Tab execution={known} runs={runs} />
            </Suspense>
          </>
        )}
      </Await>
    </Page>
  );
}
