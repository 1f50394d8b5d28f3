import { Alert, Badge, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { flowActions, flowQueries, type Flow } from '~/api/flows';
import { Page } from '~/app/Page';
import { first, type Search } from '~/app/search';
import { settings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { Await, Loading } from '~/components/Empty';
import { useAct } from '~/components/useAct';
import { givenIn } from '../run/given';
import { RunDialog } from '../run/RunDialog';
import { EditTab } from './EditTab';
import { FlowMenu } from './FlowMenu';
import { flowWords } from './flowWords';
import { words } from './words';

const tabs = {
  overview: lazy(() => import('./tabs/Overview')),
  topology: lazy(() => import('./tabs/Topology')),
  executions: lazy(() => import('./tabs/Executions')),
  revisions: lazy(() => import('./tabs/Revisions')),
  triggers: lazy(() => import('./tabs/Triggers')),
  logs: lazy(() => import('./tabs/Logs')),
  metrics: lazy(() => import('./tabs/Metrics')),
  dependencies: lazy(() => import('./tabs/Dependencies')),
  concurrency: lazy(() => import('./tabs/Concurrency')),
};
const order = ['overview', 'topology', 'executions', 'edit', 'revisions', 'triggers', 'logs', 'metrics', 'dependencies', 'concurrency'] as const;

export function FlowPage() {
  const { namespace = '', id = '', tab = settings.get().flowTab } = useParams({ strict: false });
  const t = useTexts(flowWords);
  const w = useTexts(words);
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const flow = useQuery(flowQueries.one({ namespace, id }));
  const run = (open: boolean) => void navigate({ to: '.', search: (open ? { ...search, run: 'true' } : { ...search, run: undefined }) as never, replace: true });
  const frame = {
    title: id,
    crumbs: [
      { name: w.flows, to: '/flows' },
      { name: namespace, to: '/flows', search: { 'filters[namespace][PREFIX]': namespace } },
    ],
    tabs: order.map((one) => ({ id: one, name: t[one], to: `/flows/edit/${encodeURIComponent(namespace)}/${encodeURIComponent(id)}/${one}` })),
    tab,
    mark: flow.data?.disabled && (
      <Badge size="sm" variant="light" color="gray">
        {t.disabled}
      </Badge>
    ),
  };
  const Tab = tabs[tab as keyof typeof tabs] ?? tabs.overview;
  return (
    <>
      {tab === 'edit' && flow.data?.source !== undefined ? (
        <EditTab key={`${namespace}/${id}`} flow={flow.data} source={flow.data.source} frame={frame} onRun={() => run(true)} />
      ) : (
        <Page {...frame} actions={flow.data && <FlowMenu flow={flow.data} onRun={() => run(true)} />}>
          <Await query={flow}>
            {(known) => (
              <>
                <Notices flow={known} />
                <Suspense fallback={<Loading />}>
                  <Tab flow={known} />
                </Suspense>
              </>
            )}
          </Await>
        </Page>
      )}
      {first(search.run) && flow.data && !flow.data.deleted && <RunDialog flow={{ namespace, id }} initial={givenIn(search)} onClose={() => run(false)} />}
    </>
  );
}

function Notices({ flow }: { flow: Flow }) {
  const t = useTexts(flowWords);
  const [act, busy] = useAct();
  return (
    <>
      {flow.exception && (
        <Alert color="red" variant="light" title={t.invalid}>
          <span style={{ whiteSpace: 'pre-wrap' }}>{flow.exception}</span>
        </Alert>
      )}
      {flow.deleted && (
        <Alert color="yellow" variant="light" title={t.isDeleted}>
          <Button loading={busy} onClick={() => void act(() => flowActions.create(flow.source ?? ''), t.restored)}>
            {t.restore}
          </Button>
        </Alert>
      )}
    </>
  );
}
