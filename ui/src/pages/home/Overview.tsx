import { useQueryClient } from '@tanstack/react-query';
import type { Filter } from '~/api/filters';
import { filterFields as f } from '~/components/list/fields';
import { FilterBar } from '~/components/list/FilterBar';
import { useList } from '~/components/list/useList';
import { ByNamespace } from './ByNamespace';
import { ErrorLines } from './ErrorLines';
import { FailedExecutions } from './FailedExecutions';
import { Figures } from './Figures';
import classes from './home.module.css';
import { LinesOverTime } from './LinesOverTime';
import { NextStarts } from './NextStarts';
import { OverTime } from './OverTime';

export interface Scope {
  /** Shows this namespace and those in it. */
  namespace?: string;
  /** Shows this flow of the namespace alone. */
  flowId?: string;
}

const initial: Filter[] = [{ field: 'timeRange', comparator: 'EQUALS', values: ['P30D'] }];

/** The default dashboard: of everything, of a namespace or of a flow. Its filters stand in the address. */
export function Overview({ namespace, flowId }: Scope) {
  const fixed: Filter[] = [
    ...(namespace ? [{ field: 'namespace', comparator: flowId ? 'EQUALS' : 'PREFIX', values: [namespace] } as Filter] : []),
    ...(flowId ? [{ field: 'flowId', comparator: 'EQUALS', values: [flowId] } as Filter] : []),
  ];
  const list = useList({ fixed, initial });
  const queries = useQueryClient();
  const fields = [f.timeRange, f.startDate, f.endDate, f.labels, ...(namespace ? [] : [f.namespace, f.scope])];
  return (
    <>
      <FilterBar name="dashboard" list={list} fields={fields} refresh={() => queries.invalidateQueries()} />
      <Figures list={list} />
      <OverTime list={list} />
      <div className={classes.columns}>
        {!flowId && (
          <div className={classes.narrow}>
            <ByNamespace list={list} />
          </div>
        )}
        <div className={flowId ? classes.half : classes.wide}>
          <FailedExecutions list={list} />
        </div>
        <div className={flowId ? classes.half : classes.whole}>
          <NextStarts namespace={namespace} flowId={flowId} />
        </div>
        <div className={classes.half}>
          <LinesOverTime list={list} />
        </div>
        <div className={classes.half}>
          <ErrorLines list={list} />
        </div>
      </div>
    </>
  );
}
