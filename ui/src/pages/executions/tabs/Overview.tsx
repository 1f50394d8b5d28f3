import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { executionQueries, type Execution } from '~/api/executions';
import type { Run } from '~/api/live';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Card } from '~/components/Card';
import { Duration } from '~/components/Duration';
import { Labels } from '~/components/Labels';
import { StateBadge } from '~/components/StateBadge';
import { stateColor } from '~/components/states';
import { breakpointText } from '../actions/ActionDialog';
import { callerOf } from '../linked';
import { pageWords } from '../pageWords';
import { Value } from '../Value';
import { words } from '../words';

/** What an execution was given, how it went and what came out. */
export default function Overview({ execution, runs }: { execution: Execution; runs: Run[] }) {
  const t = useTexts(pageWords);
  const w = useTexts(words);
  const formats = useFormats();
  const { state, trigger } = execution;
  const facts: [string, ReactNode][] = [
    [w.namespace, execution.namespace],
    [w.flow, <Link key="flow" to="/flows/edit/$namespace/$id" params={{ namespace: execution.namespace, id: execution.flowId }}>{execution.flowId}</Link>],
    [t.revision, execution.flowRevision],
    [w.labels, execution.labels.length > 0 && <Labels key="labels" labels={execution.labels} all />],
    [t.created, formats.dateTime(state.histories[0]?.date)],
    [t.ended, formats.dateTime(state.endDate)],
    [t.duration, <Duration key="duration" start={state.startDate} end={state.endDate} />],
    [t.taskRuns, formats.number(runs.length)],
    [t.attempt, execution.metadata.attemptNumber],
    [t.scheduled, formats.dateTime(execution.scheduleDate)],
    [t.parent, callerOf(execution) && <ExecutionLink key="parent" id={callerOf(execution) ?? ''} />],
    [t.original, execution.originalId !== execution.id && <ExecutionLink key="original" id={execution.originalId} />],
    [t.originalDate, execution.originalId !== execution.id && formats.dateTime(execution.metadata.originalCreatedDate)],
    [t.kind, execution.kind !== 'NORMAL' && t.kinds[execution.kind]],
    [t.breakpoints, execution.breakpoints.map(breakpointText).join(', ')],
    [t.trigger, trigger && `${trigger.id} (${trigger.type.split('.').at(-1)})`],
  ];
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: 'start' }}>
      <Card>
        <table className="rows facts">
          <tbody>
            {facts.filter(([, value]) => value).map(([name, value]) => (
              <tr key={name}>
                <td className="quiet">{name}</td>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <Card title={t.history}>
        <table className="rows">
          <tbody>
            {state.histories.map((entry, index) => (
              <tr key={index} style={{ '--state': stateColor(entry.state) } as React.CSSProperties}>
                <td>
                  <StateBadge state={entry.state} />
                </td>
                <td>
                  {formats.date(entry.date)} {formats.time(entry.date)}
                </td>
                <td className="quiet">{index > 0 && <Duration start={state.histories[index - 1]?.date} end={entry.date} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <Values title={t.inputs} execution={execution} value={execution.inputs} expression="inputs" />
      <Values title={t.flowOutputs} execution={execution} value={execution.outputs} />
      <Values title={t.triggerVariables} execution={execution} value={trigger?.variables} expression="trigger" />
      <Values title={t.variables} execution={execution} value={execution.variables} expression="vars" />
      <Children execution={execution} />
    </SimpleGrid>
  );
}

function Values({ title, execution, value, expression }: { title: string; execution: Execution; value: object | undefined; expression?: string }) {
  if (!value || Object.keys(value).length === 0) return null;
  return (
    <Card title={title}>
      <Value executionId={execution.id} value={value} expression={expression} />
    </Card>
  );
}

/** A link to an execution of which only the id is known. */
export function ExecutionLink({ id }: { id: string }) {
  const known = useQuery(executionQueries.one(id));
  if (!known.data) return <span className="mono">{id}</span>;
  return (
    <Link className="mono" to="/executions/$namespace/$flowId/$id" params={{ namespace: known.data.namespace, flowId: known.data.flowId, id }}>
      {known.data.flowId} · {id.slice(0, 10)}
    </Link>
  );
}

function Children({ execution }: { execution: Execution }) {
  const t = useTexts(pageWords);
  const children = useQuery(executionQueries.search({ 'filters[triggerExecutionId][EQUALS]': execution.id, size: '25' }));
  if (!children.data || children.data.total === 0) return null;
  return (
    <Card title={t.children}>
      <table className="rows">
        <tbody>
          {children.data.results.map((child) => (
            <tr key={child.id}>
              <td>
                <Link className="mono" to="/executions/$namespace/$flowId/$id" params={{ namespace: child.namespace, flowId: child.flowId, id: child.id }}>
                  {child.flowId} · {child.id.slice(0, 10)}
                </Link>
              </td>
              <td>
                <StateBadge state={child.state.current} />
              </td>
              <td>
                <Duration start={child.state.startDate} end={child.state.endDate} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
