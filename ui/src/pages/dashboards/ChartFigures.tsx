import type { Chart, ChartQuestion, Row } from '~/api/dashboards';
import { useFormats, type Formats } from '~/app/formats';
import { useSettings } from '~/app/settings';
import { useLanguage, useTexts } from '~/app/texts';
import { Legend } from '~/components/charts/Legend';
import { Donut } from '~/components/charts/Donut';
import { colorOfValue } from '~/components/charts/palette';
import { TimeBars } from '~/components/charts/TimeBars';
import { TimeLines } from '~/components/charts/TimeLines';
import { LevelMark } from '~/components/LevelMark';
import { StateBadge } from '~/components/StateBadge';
import classes from './dashboards.module.css';
import { figuresOf, kindOf, momentFormat, numberOf, seriesOf, sharesOf, textOf } from './figures';
import { cutOf } from './question';
import { words } from './words';

interface Props {
  chart: Chart;
  rows: Row[];
  question: ChartQuestion;
}

/** The rows of a chart, drawn as its type says. */
export function ChartFigures({ chart, rows, question }: Props) {
  const t = useTexts(words);
  const name = chart.chartOptions?.displayName ?? chart.id;
  if (rows.length === 0) return <div className={classes.nothing}>{t.nothing}</div>;
  switch (kindOf(chart)) {
    case 'TimeSeries':
      return <OverTime chart={chart} rows={rows} question={question} label={name} />;
    case 'Bar':
      return <Bars chart={chart} rows={rows} question={question} />;
    case 'Pie':
      return (
        <Donut
          shares={sharesOf(chart, rows, chart.chartOptions?.colorByColumn)}
          label={name}
          hole={chart.chartOptions?.graphStyle !== 'PIE'}
          legend={chart.chartOptions?.legend?.enabled !== false}
        />
      );
    case 'KPI':
      return <Figure chart={chart} rows={rows} question={question} />;
    case 'Table':
      return <Rows chart={chart} rows={rows} question={question} />;
    default:
      return <div className={classes.nothing}>{t.unsupported(kindOf(chart))}</div>;
  }
}

function OverTime({ chart, rows, question, label }: Props & { label: string }) {
  const [{ timeZone }] = useSettings();
  const language = useLanguage();
  const figures = figuresOf(chart);
  const styled = (style: string) => figures.find(([, column]) => (column.graphStyle ?? 'LINES') === style)?.[0];
  const bars = styled('BARS');
  const lines = styled('LINES') ?? styled('POINTS');
  const window = { from: new Date(question.startDate).getTime(), to: new Date(question.endDate).getTime(), cut: cutOf(question) };
  const main = seriesOf(chart, rows, bars ?? lines ?? '', window);
  const second = bars && lines ? seriesOf({ ...chart, chartOptions: { ...chart.chartOptions, colorByColumn: undefined } }, rows, lines, window) : undefined;
  const format = momentFormat(main.moments, language === 'fr' ? 'fr-FR' : 'en-GB', timeZone);
  const names = main.moments.map((moment) => (Number.isNaN(Date.parse(moment)) ? moment : format.format(new Date(moment))));
  const parts = main.parts.map((part) => part.name);
  const places = new Map(parts.map((part, index) => [part, index]));
  const colorOf = (part: string) => colorOfValue(part, places.get(part) ?? 0);
  return (
    <>
      {bars ? (
        <TimeBars
          label={label}
          height={180}
          parts={parts}
          colorOf={colorOf}
          lineName={lines && (chart.data?.columns?.[lines]?.displayName ?? lines)}
          lineText={(value) => value.toLocaleString(undefined, { maximumFractionDigits: 2 })}
          buckets={names.map((name, index) => ({
            name,
            counts: Object.fromEntries(main.parts.map((part) => [part.name, part.values[index] ?? 0])),
            line: second?.parts[0]?.values[index],
          }))}
        />
      ) : (
        <TimeLines label={label} names={names} lines={main.parts} points={styled('LINES') === undefined} />
      )}
      {chart.chartOptions?.legend?.enabled !== false && (
        <div className={classes.legend}>
          <Legend names={parts} colorOf={colorOf} />
        </div>
      )}
    </>
  );
}

function Bars({ chart, rows }: Props) {
  const shares = sharesOf(chart, rows, undefined);
  const most = Math.max(...shares.map((share) => share.value), 0) || 1;
  return (
    <div className={classes.bars}>
      {shares.map((share, index) => (
        <div key={share.name} className={classes.bar}>
          <span title={share.name}>{share.name}</span>
          <i style={{ width: `${(share.value / most) * 100}%`, background: colorOfValue(share.name, shares.length > 1 ? index : 0) }} />
          <b>{share.value.toLocaleString()}</b>
        </div>
      ))}
    </div>
  );
}

function Figure({ chart, rows }: Props) {
  const value = numberOf(Object.values(rows[0] ?? {})[0]);
  const text =
    chart.chartOptions?.numberType === 'PERCENTAGE' ? `${value.toLocaleString(undefined, { maximumFractionDigits: 1 })} %` : value.toLocaleString(undefined, { maximumFractionDigits: 2 });
  return <div className={classes.kpi}>{text}</div>;
}

function Rows({ chart, rows }: Props) {
  const formats = useFormats();
  const columns = Object.entries(chart.data?.columns ?? {});
  return (
    <div className={classes.scroll} tabIndex={0}>
      <table className={classes.table}>
        {chart.chartOptions?.header?.enabled !== false && (
          <thead>
            <tr>
              {columns.map(([key, column]) => (
                <th key={key} style={{ textAlign: alignOf(column.columnAlignment) }}>
                  {column.displayName ?? key}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map(([key, column]) => (
                <td key={key} style={{ textAlign: alignOf(column.columnAlignment) }}>
                  {cell(column.agg ? undefined : column.field, row[key], row, columns, formats)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const alignOf = (alignment: string | undefined) => (alignment ? (alignment.toLowerCase() as 'left' | 'right' | 'center') : undefined);

function cell(field: string | undefined, value: unknown, row: Row, columns: [string, { field?: string }][], formats: Formats) {
  if (value === null || value === undefined) return '–';
  const text = textOf(value);
  const of = (name: string) => row[columns.find(([, column]) => column.field === name)?.[0] ?? ''];
  switch (field) {
    case 'STATE':
      return <StateBadge state={text} />;
    case 'LEVEL':
      return <LevelMark level={text} />;
    case 'DATE':
    case 'START_DATE':
    case 'END_DATE':
    case 'NEXT_EXECUTION_DATE':
      return formats.dateTime(text);
    case 'ID':
    case 'EXECUTION_ID': {
      const [namespace, flow] = [of('NAMESPACE'), of('FLOW_ID')];
      const shown = <span className="mono">{text}</span>;
      return namespace && flow ? <a href={`./main/executions/${textOf(namespace)}/${textOf(flow)}/${text}`}>{shown}</a> : shown;
    }
    default:
      return typeof value === 'number' ? value.toLocaleString() : text;
  }
}
