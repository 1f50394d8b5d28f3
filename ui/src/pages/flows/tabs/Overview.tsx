import { Button, Group } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { searchOf } from '~/api/filters';
import { executionQueries } from '~/api/executions';
import type { Flow } from '~/api/flows';
import { useTexts } from '~/app/texts';
import { Card } from '~/components/Card';
import { Await, Empty } from '~/components/Empty';
import { Labels } from '~/components/Labels';
import { Markdown } from '~/components/Markdown';
import { conditionsOf } from '../../dashboards/place';
import { PlaceDashboard } from '../../dashboards/PlaceDashboard';
import { NextStarts } from '../../home/NextStarts';
import { flowWords } from '../flowWords';
import { TriggerMarks, triggersOf } from '../TriggerMarks';
import { words } from '../words';

/** What a flow is for and how its executions went. */
export default function Overview({ flow }: { flow: Flow }) {
  const t = useTexts(flowWords);
  const w = useTexts(words);
  const place = { namespace: flow.namespace, flowId: flow.id };
  const any = useQuery(executionQueries.search({ ...searchOf(conditionsOf(place)), size: '1' }));
  return (
    <>
      <Card>
        <div className={flow.description ? undefined : 'quiet'}>
          <Markdown text={flow.description || t.noDescription} />
        </div>
        <Group gap="lg" mt="sm">
          <Labels labels={flow.labels} />
          <TriggerMarks triggers={triggersOf(flow)} />
          <span className="quiet">
            {w.revision} {flow.revision}
          </span>
        </Group>
      </Card>
      <Await query={any}>
        {({ total }) =>
          total > 0 ? (
            <PlaceDashboard place={place} />
          ) : (
            <>
              {triggersOf(flow).length > 0 && <NextStarts {...place} />}
              <Empty icon={IconPlayerPlay} title={t.never} text={t.neverText}>
                <Button component={Link} to="." search={{ run: 'true' } as never} disabled={flow.disabled}>
                  {t.run}
                </Button>
              </Empty>
            </>
          )
        }
      </Await>
    </>
  );
}
