import { Badge, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { parse, stringify } from 'yaml';
import { dashboardActions, dashboardQueries, type Chart, type Dashboard } from '~/api/dashboards';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { Await } from '~/components/Empty';
import { useAct } from '~/components/useAct';
import { ChartPanel } from './ChartPanel';
import classes from './dashboards.module.css';
import { questionOf } from './question';
import { template } from './template';
import { useDashboardSchema } from './useDashboardSchema';
import { words } from './words';

/** A new dashboard, or one that is changed: its source, with its charts beside it. */
export function DashboardEditor() {
  const { id } = useParams({ strict: false }) as { id?: string };
  return id ? <Known id={id} /> : <Editor source={template} />;
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
        <Preview source={settled} at={validation.dataUpdatedAt} />
      </div>
    </Page>
  );
}

/** The charts of a source that is being written; one that is not in order tells so in its place. */
function Preview({ source, at }: { source: string; at: number }) {
  const t = useTexts(words);
  const document = read(source);
  const question = questionOf([], document?.timeWindow?.default, at);
  return (
    <section className={classes.preview} aria-label={t.preview}>
      {document ? (
        <div className={classes.grid}>
          {document.charts.map((chart, index) => (
            <ChartPanel key={`${chart.id}${index}`} chart={chart} question={question} ask={(asked) => dashboardQueries.preview(stringify(chart), asked)} />
          ))}
        </div>
      ) : (
        <div className={classes.nothing}>{t.noChart}</div>
      )}
    </section>
  );
}

function read(source: string): { timeWindow?: { default?: string }; charts: Chart[] } | undefined {
  try {
    const document = parse(source) as { timeWindow?: { default?: string }; charts?: unknown[] } | null;
    const charts = (document?.charts ?? []).filter((chart): chart is Chart => typeof (chart as Chart | null)?.type === 'string');
    return document && charts.length > 0 ? { timeWindow: document.timeWindow, charts } : undefined;
  } catch {
    return undefined;
  }
}
