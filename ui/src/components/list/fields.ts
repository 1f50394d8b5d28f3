import { answer, api, query } from '~/api/client';
import type { Comparator } from '~/api/filters';
import { stateNames } from '../states';
import type { words } from './words';

/** A field that a list can be filtered by. */
export interface FilterField {
  field: keyof (typeof words)['en']['fields'];
  comparators: Comparator[];
  /** How a value is given. */
  kind: 'text' | 'choices' | 'label' | 'range' | 'moment';
  choices?: string[];
  /** Values that exist and contain a text. */
  suggest?: (text: string) => Promise<string[]>;
}

const TEXT: Comparator[] = ['EQUALS', 'NOT_EQUALS', 'CONTAINS', 'STARTS_WITH', 'ENDS_WITH', 'REGEX', 'IN', 'NOT_IN'];

export const filterFields = {
  namespace: {
    field: 'namespace',
    comparators: ['PREFIX', ...TEXT],
    kind: 'text',
    suggest: (text) => answer(api.GET('/api/v1/main/flows/distinct-namespaces', { params: { query: query({ q: text }) } })),
  },
  flowId: {
    field: 'flowId',
    comparators: TEXT,
    kind: 'text',
    suggest: async (text) => {
      const found = await answer(api.GET('/api/v1/main/flows/search', { params: { query: query({ q: text || undefined, size: '20' }) } }));
      return [...new Set(found.results.map((flow) => flow.id))];
    },
  },
  state: { field: 'state', comparators: ['IN', 'NOT_IN'], kind: 'choices', choices: stateNames },
  scope: { field: 'scope', comparators: ['EQUALS', 'NOT_EQUALS'], kind: 'choices', choices: ['USER', 'SYSTEM'] },
  labels: { field: 'labels', comparators: ['EQUALS', 'NOT_EQUALS'], kind: 'label' },
  childFilter: { field: 'childFilter', comparators: ['EQUALS'], kind: 'choices', choices: ['CHILD', 'MAIN'] },
  timeRange: { field: 'timeRange', comparators: ['EQUALS'], kind: 'range' },
  startDate: { field: 'startDate', comparators: ['GREATER_THAN_OR_EQUAL_TO', 'LESS_THAN_OR_EQUAL_TO'], kind: 'moment' },
  endDate: { field: 'endDate', comparators: ['GREATER_THAN_OR_EQUAL_TO', 'LESS_THAN_OR_EQUAL_TO'], kind: 'moment' },
  level: { field: 'level', comparators: ['EQUALS'], kind: 'choices', choices: ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] },
  triggerId: { field: 'triggerId', comparators: TEXT, kind: 'text' },
  triggerExecutionId: { field: 'triggerExecutionId', comparators: ['EQUALS'], kind: 'text' },
  triggerState: { field: 'triggerState', comparators: ['EQUALS'], kind: 'choices', choices: ['ENABLED', 'DISABLED'] },
  executionId: { field: 'executionId', comparators: ['EQUALS', 'CONTAINS'], kind: 'text' },
  taskId: { field: 'taskId', comparators: TEXT, kind: 'text' },
  workerId: { field: 'workerId', comparators: TEXT, kind: 'text' },
  executionKind: { field: 'kind', comparators: ['IN', 'NOT_IN'], kind: 'choices', choices: ['NORMAL', 'TEST', 'PLAYGROUND'] },
  flowRevision: { field: 'flowRevision', comparators: ['EQUALS'], kind: 'text' },
} satisfies Record<string, FilterField>;

/** Spans of time that people look back on. */
export const timeRanges = ['PT5M', 'PT15M', 'PT1H', 'PT12H', 'P1D', 'P2D', 'P7D', 'P30D', 'P365D'] as const;
