import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Filter } from '~/api/filters';
import { filterFields as f } from '~/components/list/fields';
import { FilterBar } from '~/components/list/FilterBar';
import { useList } from '~/components/list/useList';
import { conditionsOf, type Place } from '~/pages/dashboards/place';
import { ByNamespace } from './ByNamespace';
import { ErrorLines } from './ErrorLines';
import { FailedExecutions } from './FailedExecutions';
import { Figures } from './Figures';
import classes from './home.module.css';
import { LatestExecutions } from './LatestExecutions';
import { LinesOverTime } from './LinesOverTime';
import { NextStarts } from './NextStarts';
import { OverTime } from './OverTime';

interface Props extends Partial<Place> {
  /** At the end of the filters. */
  choice?: ReactNode;
}

const initial: Filter[] = [{ field: 'timeRange', comparator: 'EQUALS', values: ['P30D'] }];

/** The default dashboard: of everything, of a namespace or of a flow. Its filters stand in the address. */
export function Overview({ namespace, flowId, choice }: Props) {
  const list = useList({ fixed: conditionsOf({ namespace, flowId }), initial });
  const queries = useQueryClient();
  const fields = [f.timeRange, f.startDate, f.endDate, f.labels, ...(namespace ? [] : [f.namespace, f.scope])];
  return (
    <>
      <FilterBar name="dashboard" list={list} fields={fields} refresh={() => queries.invalidateQueries()}>
        {choice}
      </FilterBar>
      <Figures list={list} />
      <OverTime list={list} />
      <div className={classes.columns}>
        <div className={flowId ? classes.half : classes.narrow}>{flowId ? <LatestExecutions list={list} /> : <ByNamespace list={list} />}</div>
        <div className={flowId ? classes.half : classes.wide}>
          <FailedExecutions list={list} />
        </div>
        <div className={classes.whole}>
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
