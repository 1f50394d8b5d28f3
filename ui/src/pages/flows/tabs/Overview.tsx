import { Button, Group, SimpleGrid } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { executionQueries, type Execution } from '~/api/executions';
import type { Flow } from '~/api/flows';
import { duration, secondsOf, useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Card, Fact } from '~/components/Card';
import { TimeBars } from '~/components/charts/TimeBars';
import { Duration } from '~/components/Duration';
import { Empty } from '~/components/Empty';
import { Labels } from '~/components/Labels';
import { Markdown } from '~/components/Markdown';
import { StateBadge } from '~/components/StateBadge';
import { isTerminal, stateColor, stateNames } from '~/components/states';
import { NextStarts } from '../../home/NextStarts';
import { flowWords } from '../flowWords';
import { TriggerMarks, triggersOf } from '../TriggerMarks';
import { words } from '../words';

const SUCCEEDED = ['SUCCESS', 'WARNING', 'CANCELLED'];

/** What a flow is for and how its latest executions went. */
export default function Overview({ flow }: { flow: Flow }) {
  const t = useTexts(flowWords);
  const w = useTexts(words);
  const latest = useQuery(
    executionQueries.search({ 'filters[namespace][EQUALS]': flow.namespace, 'filters[flowId][EQUALS]': flow.id, sort: 'state.startDate:desc', size: '50' }),
  );
  const executions = latest.data?.results ?? [];
  const ended = executions.filter((one) => isTerminal(one.state.current));
  const share = (count: number) => (ended.length === 0 ? '–' : `${Math.round((count / ended.length) * 100)} %`);
  const succeeded = ended.filter((one) => SUCCEEDED.includes(one.state.current)).length;
  const average = ended.reduce((sum, one) => sum + secondsOf(one.state.duration), 0) / Math.max(1, ended.length);
  return (
    <>
      <Card>
        {flow.description ? <Markdown text={flow.description} /> : <span className="quiet">{t.noDescription}</span>}
        <Group gap="lg" mt="sm">
          <Labels labels={flow.labels} />
          <TriggerMarks triggers={triggersOf(flow)} />
          <span className="quiet">
            {w.revision} {flow.revision}
          </span>
        </Group>
      </Card>
      {triggersOf(flow).length > 0 && <NextStarts namespace={flow.namespace} flowId={flow.id} />}
      {executions.length === 0 ? (
        latest.data && (
          <Empty icon={IconPlayerPlay} title={t.never} text={t.neverText}>
            <Button component={Link} to="." search={{ run: 'true' } as never} disabled={flow.disabled}>
              {t.run}
            </Button>
          </Empty>
        )
      ) : (
        <>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
            <Fact name={t.success} value={share(succeeded)} hint={t.lastRuns(ended.length)} color="var(--state-success)" />
            <Fact name={t.failure} value={share(ended.length - succeeded)} hint={t.lastRuns(ended.length)} color="var(--state-failed)" />
            <Fact name={t.averageDuration} value={ended.length === 0 ? '–' : duration(average)} hint={t.lastRuns(ended.length)} />
          </SimpleGrid>
          <Card title={t.latest} action={<Link to="/flows/edit/$namespace/$id/$tab" params={{ namespace: flow.namespace, id: flow.id, tab: 'executions' }}>{t.allExecutions}</Link>}>
            <LatestRuns executions={executions} />
          </Card>
        </>
      )}
    </>
  );
}

/** A bar for each of the latest executions, as high as it took long, and the newest as a list. */
function LatestRuns({ executions }: { executions: Execution[] }) {
  const t = useTexts(flowWords);
  const formats = useFormats();
  const oldestFirst = [...executions].reverse();
  return (
    <>
      <TimeBars
        label={t.latest}
        buckets={oldestFirst.map((one) => ({ name: formats.dateTime(one.state.startDate), counts: { [one.state.current]: Math.max(0.001, secondsOf(one.state.duration)) } }))}
        parts={stateNames}
        colorOf={stateColor}
        valueText={duration}
        height={110}
      />
      <table className="rows">
        <tbody>
          {executions.slice(0, 8).map((one) => (
            <tr key={one.id}>
              <td>
                <Link className="mono" to="/executions/$namespace/$flowId/$id" params={{ namespace: one.namespace, flowId: one.flowId, id: one.id }}>
                  {one.id.slice(0, 10)}
                </Link>
              </td>
              <td>
                <StateBadge state={one.state.current} />
              </td>
              <td>{formats.dateTime(one.state.startDate)}</td>
              <td>
                <Duration start={one.state.startDate} end={one.state.endDate} />
              </td>
              <td>
                <Labels labels={one.labels} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
