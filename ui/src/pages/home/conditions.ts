import { searchOf, type Filter } from '~/api/filters';
import { filtersIn } from '~/api/filters';
import type { Search } from '~/app/search';

/** Conditions on executions that conditions on logs know too. */
const ON_LOGS = ['namespace', 'flowId', 'scope', 'timeRange', 'startDate', 'endDate'];

/** Conditions with more of them; those on the same field are replaced. */
export function narrowed(conditions: Search, ...more: Filter[]): Search {
  const kept = filtersIn(conditions).filter((filter) => !more.some((other) => other.field === filter.field));
  return searchOf([...kept, ...more]);
}

/** What of the conditions can be asked of logs. */
export function ofLogs(conditions: Search, ...more: Filter[]): Search {
  return searchOf([...filtersIn(conditions).filter((filter) => ON_LOGS.includes(filter.field)), ...more]);
}

/** Conditions without those on time, for what is going on now. */
export function atAnyTime(conditions: Search): Search {
  return searchOf(filtersIn(conditions).filter((filter) => !['timeRange', 'startDate', 'endDate'].includes(filter.field)));
}

/** Conditions that look at one span of time alone. */
export function between(conditions: Search, start: string, end: string): Search {
  return {
    ...atAnyTime(conditions),
    ...searchOf([
      { field: 'startDate', comparator: 'GREATER_THAN_OR_EQUAL_TO', values: [start] },
      { field: 'startDate', comparator: 'LESS_THAN_OR_EQUAL_TO', values: [end] },
    ]),
  };
}
