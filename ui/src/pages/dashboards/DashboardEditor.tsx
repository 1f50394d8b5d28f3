import { Badge, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { dashboardActions, dashboardQueries, type Dashboard } from '~/api/dashboards';
import { Page } from '~/app/Page';
import { first, type Search } from '~/app/search';
import { useTexts } from '~/app/texts';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { Await } from '~/components/Empty';
import { useAct } from '~/components/useAct';
import { DashboardPreview } from './DashboardPreview';
import classes from './dashboards.module.css';
import { template } from './template';
import { useDashboardSchema } from './useDashboardSchema';
import { words } from './words';

/** A new dashboard, perhaps from a source that another page hands over (`?source=`), or one that is changed: its source, with its charts beside it. */
export function DashboardEditor() {
  const { id } = useParams({ strict: false }) as { id?: string };
  const source = first((useSearch({ strict: false }) as Search).source);
  return id ? <Known id={id} /> : <Editor source={source ?? template} />;
}

function Known({ id }: { id: string }) {
  const dashboard = useQuery(dashboardQueries.one(id));
  return <Await query={dashboard}>{(found) => <Editor key={found.id} source={found.sourceCode} dashboard={found} />}</Await>;
}

function Editor({ source: initial, dashboard }: { source: string; dashboard?: Dashboard }) {
  const t = useTexts(words);
  const navigate = useNavigate();
  const [act, busy] = useAct();
  const [source, setSource] = useState(initial);
  const [settled] = useDebouncedValue(source, 500);
  const schema = useDashboardSchema();
  const validation = useQuery({ queryKey: ['dashboard', 'validation', settled], queryFn: () => dashboardActions.validate(settled), placeholderData: (before) => before });
  const complaints = validation.data?.constraints;
  const save = async () => {
    const saved = await act(() => (dashboard ? dashboardActions.update(dashboard.id, source) : dashboardActions.create(source)), t.saved);
    if (saved) void navigate({ to: `/dashboards/${saved.id}` });
  };
  return (
    <Page
      title={dashboard?.title ?? t.new}
      crumbs={[{ name: t.home, to: '/dashboards' }, ...(dashboard ? [{ name: dashboard.title, to: `/dashboards/${dashboard.id}` }] : [])]}
      mark={source !== initial && <Badge size="sm" variant="light" color="orange">{t.unsaved}</Badge>}
      actions={
        <Button loading={busy} disabled={complaints !== undefined} onClick={() => void save()}>
          {t.save}
        </Button>
      }
      full
    >
      <div className={classes.editor}>
        <div className={classes.source}>
          <CodeEditor value={source} onChange={setSource} fileName="dashboard.yaml" label={t.source} schema={schema} onSave={() => void save()} />
          {complaints && (
            <div className={classes.complaints} role="alert">
              <b>{t.wrong}</b>
              {`\n${complaints}`}
            </div>
          )}
        </div>
        <div className={classes.preview}>
          <DashboardPreview source={settled} at={validation.dataUpdatedAt} label={t.preview} />
        </div>
      </div>
    </Page>
  );
}
