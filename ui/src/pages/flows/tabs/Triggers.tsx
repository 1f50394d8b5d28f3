import { Badge, Button, CopyButton, Group, Menu, Switch, Tooltip } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { answer, api, query, type Schemas } from '~/api/client';
import type { Flow } from '~/api/flows';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Card } from '~/components/Card';
import { Await, Empty } from '~/components/Empty';
import { useAct } from '~/components/useAct';
import { MoreMenu } from '~/components/MoreMenu';
import { curlOf } from '../../run/curl';
import { addressOf } from '../../triggers/address';
import { flowWords } from '../flowWords';

type Item = Schemas['Trigger'];

/** The triggers of a flow and where they stand. */
export default function Triggers({ flow }: { flow: Flow }) {
  const t = useTexts(flowWords);
  const triggers = useQuery({
    queryKey: ['triggers', flow.namespace, flow.id],
    queryFn: () => answer(api.GET('/api/v1/main/triggers/search', { params: { query: query({ 'filters[namespace][EQUALS]': flow.namespace, 'filters[flowId][EQUALS]': flow.id, size: '100' }) } })),
    refetchInterval: 10_000,
  });
  return (
    <Await query={triggers}>
      {({ results }) =>
        results.length === 0 ? (
          <Empty icon={IconBolt} title={t.noTriggers} text={t.noTriggersText} />
        ) : (
          <Card>
            <table className="rows">
              <thead>
                <tr>
                  <th>{t.trigger}</th>
                  <th>{t.type}</th>
                  <th>{t.schedule}</th>
                  <th>{t.lastDate}</th>
                  <th>{t.nextDate}</th>
                  <th>{t.enabled}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {results.map((item) => (
                  <Row key={item.state.triggerId} item={item} />
                ))}
              </tbody>
            </table>
          </Card>
        )
      }
    </Await>
  );
}

function Row({ item }: { item: Item }) {
  const t = useTexts(flowWords);
  const formats = useFormats();
  const [act, busy] = useAct();
  const { state } = item;
  const definition = item.trigger ?? {};
  const name = { namespace: state.namespace, flowId: state.flowId, triggerId: state.triggerId };
  const params = { path: name };
  const address = addressOf(state, definition);
  return (
    <tr>
      <td>
        <Group gap={6}>
          <b>{state.triggerId}</b>
          {state.locked && (
            <Badge size="xs" color="yellow" variant="light">
              {t.locked}
            </Badge>
          )}
        </Group>
        {state.problem && <div style={{ color: 'var(--state-failed)', fontSize: 12 }}>{state.problem}</div>}
      </td>
      <td title={String(definition.type ?? '')}>{String(definition.type ?? '').split('.').at(-1)}</td>
      <td className="mono">{String(definition.cron ?? definition.interval ?? '')}</td>
      <td>{formats.dateTime(state.date)}</td>
      <td>
        <Tooltip label={formats.ago(state.nextExecutionDate)} disabled={!state.nextExecutionDate}>
          <span>{formats.dateTime(state.nextExecutionDate)}</span>
        </Tooltip>
      </td>
      <td>
        <Switch
          aria-label={`${t.enabled}: ${state.triggerId}`}
          checked={!state.disabled}
          disabled={busy || definition.disabled === true}
          onChange={(event) => void act(() => answer(api.PUT('/api/v1/main/triggers/set-disabled', { body: { ...name, disabled: !event.currentTarget.checked } as never })), t.done)}
        />
      </td>
      <td>
        <Group gap={6} justify="flex-end">
          {address && (
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button variant="default" size="compact-xs" onClick={copy}>
                  {copied ? t.copied : t.copyUrl}
                </Button>
              )}
            </CopyButton>
          )}
          {address && state.kind === 'WEBHOOK' && (
            <CopyButton value={curlOf(address, {})}>
              {({ copied, copy }) => (
                <Button variant="default" size="compact-xs" onClick={copy}>
                  {copied ? t.copied : t.copyCurl}
                </Button>
              )}
            </CopyButton>
          )}
          <MoreMenu label={`${t.more}: ${state.triggerId}`} inRow>
            <Menu.Item disabled={!state.locked} onClick={() => void act(() => answer(api.POST('/api/v1/main/triggers/{namespace}/{flowId}/{triggerId}/unlock', { params })), t.done)}>
              {t.unlock}
            </Menu.Item>
            <Menu.Item onClick={() => void act(() => answer(api.POST('/api/v1/main/triggers/{namespace}/{flowId}/{triggerId}/restart', { params })), t.done)}>{t.restart}</Menu.Item>
          </MoreMenu>
        </Group>
      </td>
    </tr>
  );
}
