import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconTableExport } from '@tabler/icons-react';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import type { Chart, ChartQuestion, Rows } from '~/api/dashboards';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { Markdown } from '~/components/Markdown';
import { Panel } from '~/components/Panel';
import { ChartFigures } from './ChartFigures';
import classes from './dashboards.module.css';
import { contentOf, kindOf } from './figures';
import { words } from './words';

const PAGE = 25;

interface Props {
  chart: Chart;
  question: ChartQuestion;
  /** How the rows are asked for: of a kept dashboard, or of one that is being written. */
  ask: (question: ChartQuestion) => unknown;
  exportRows?: () => void;
}

/** A chart with its name, as wide as its author wants it. */
export function ChartPanel({ chart, question, ask, exportRows }: Props) {
  const t = useTexts(words);
  const table = kindOf(chart) === 'Table';
  const { displayName, description, width = 6 } = chart.chartOptions ?? {};
  return (
    <div style={{ gridColumn: `span ${Math.min(12, Math.max(1, width))}` }}>
      <Panel
        title={
          <Tooltip label={description} disabled={!description} multiline maw={360} position="bottom-start">
            <span>{displayName ?? chart.id}</span>
          </Tooltip>
        }
        flush={table}
        aside={
          exportRows &&
          kindOf(chart) !== 'Markdown' && (
            <Tooltip label={t.exportCsv}>
              <ActionIcon size="sm" aria-label={`${t.exportCsv}: ${displayName ?? chart.id}`} onClick={exportRows}>
                <IconTableExport size={15} />
              </ActionIcon>
            </Tooltip>
          )
        }
      >
        {kindOf(chart) === 'Markdown' ? <Markdown text={contentOf(chart)} /> : <Asked chart={chart} question={question} ask={ask} paged={table && chart.chartOptions?.pagination?.enabled !== false} />}
      </Panel>
    </div>
  );
}

function Asked({ chart, question, ask, paged }: Props & { paged: boolean }) {
  const t = useTexts(words);
  const [page, setPage] = useState(1);
  const rows = useQuery(ask(paged ? { ...question, pageNumber: page, pageSize: PAGE } : question) as UseQueryOptions<Rows>);
  return (
    <Await query={rows}>
      {(found) => {
        const pages = Math.max(1, Math.ceil(found.total / PAGE));
        return (
          <>
            <ChartFigures chart={chart} rows={found.results} question={question} />
            {paged && pages > 1 && (
              <div className={classes.pager}>
                <ActionIcon size="sm" aria-label={t.previous} disabled={page <= 1} onClick={() => setPage(page - 1)}>
                  <IconChevronLeft size={15} />
                </ActionIcon>
                {t.pageOf(page, pages)}
                <ActionIcon size="sm" aria-label={t.next} disabled={page >= pages} onClick={() => setPage(page + 1)}>
                  <IconChevronRight size={15} />
                </ActionIcon>
              </div>
            )}
          </>
        );
      }}
    </Await>
  );
}
