import { Group, Tooltip } from '@mantine/core';
import { IconBolt, IconClock, IconRobot, IconRouteAltLeft, IconWebhook, type Icon } from '@tabler/icons-react';
import type { Flow } from '~/api/flows';

export interface FlowTrigger {
  id: string;
  type: string;
  cron?: string;
  disabled?: boolean;
}

export function triggersOf(flow: Flow): FlowTrigger[] {
  return Array.isArray(flow.triggers) ? (flow.triggers as FlowTrigger[]) : [];
}

function iconOf(type: string): Icon {
  if (/\.Schedule/.test(type)) return IconClock;
  if (/\.Webhook$/.test(type)) return IconWebhook;
  if (/\.McpToolTrigger$/.test(type)) return IconRobot;
  if (/\.Flow$/.test(type)) return IconRouteAltLeft;
  return IconBolt;
}

/** An icon for each trigger of a flow; its details show when it is pointed at. */
export function TriggerMarks({ triggers }: { triggers: FlowTrigger[] }) {
  if (triggers.length === 0) return null;
  return (
    <Group gap={4} wrap="nowrap">
      {triggers.map((trigger) => {
        const Mark = iconOf(trigger.type);
        const text = [trigger.id, trigger.type.split('.').at(-1), trigger.cron].filter(Boolean).join(' · ');
        return (
          <Tooltip key={trigger.id} label={text}>
            <Mark size={16} stroke={1.6} color={trigger.disabled ? 'var(--line)' : 'var(--text-soft)'} aria-label={text} />
          </Tooltip>
        );
      })}
    </Group>
  );
}
