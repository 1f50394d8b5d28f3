import { useMemo } from 'react';
import { parse, stringify } from 'yaml';
import { dashboardQueries, type Chart } from '~/api/dashboards';
import { useTexts } from '~/app/texts';
import { ChartPanel } from './ChartPanel';
import classes from './dashboards.module.css';
import { questionOf } from './question';
import { words } from './words';

/** The charts of a source that is being written; one that is not in order tells so in its place. */
export function DashboardPreview({ source, at, label }: { source: string; at: number; label: string }) {
  const t = useTexts(words);
  const document = useMemo(() => read(source), [source]);
  const question = questionOf([], document?.timeWindow?.default, at);
  return (
    <section aria-label={label}>
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
