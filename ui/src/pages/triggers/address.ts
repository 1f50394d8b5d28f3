import { path, urlOf } from '~/api/client';
import type { Trigger } from '~/api/triggers';
import type { Definition } from './trigger';

/** Where others call the trigger; undefined for one that nobody calls. */
export function addressOf(state: Trigger['state'], definition: Definition): string | undefined {
  const place = pathOf(state, definition);
  return place && new URL(urlOf(place), location.href).href;
}

function pathOf(state: Trigger['state'], definition: Definition): string | undefined {
  switch (state.kind) {
    case 'WEBHOOK':
      return definition.key ? path`/executions/webhook/${state.namespace}/${state.flowId}/${definition.key}` : undefined;
    case 'MCP_TOOL':
      return path`/mcp/${definition.mcpServer ?? 'default'}`;
    default:
      return undefined;
  }
}
