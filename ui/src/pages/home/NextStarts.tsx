import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { searchOf } from '~/api/filters';
import { triggerQueries } from '~/api/triggers';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { conditionsOf, type Place } from '~/pages/dashboards/place';
import { definitionOf, keyOf, rhythmOf } from '~/pages/triggers/trigger';
import { TriggerSwitch } from '~/pages/triggers/TriggerSwitch';
import classes from './home.module.css';
import { ShortTable } from './ShortTable';
import { words } from './words';

const MOST = 8;

/** What will start by itself next; each can be switched off at once. */
export function NextStarts(place: Partial<Place>) {
  const t = useTexts(words);
  const formats = useFormats();
  const conditions = searchOf(conditionsOf(place));
  const armed = useQuery({
    ...triggerQueries.search({ ...conditions, sort: 'nextExecutionDate:asc', size: '50' }),
    select: ({ results }) => ({ results: results.filter((trigger) => trigger.state.nextExecutionDate).slice(0, MOST) }),
  });
  return (
    <ShortTable title={t.next} to="/triggers" search={conditions} query={armed} keyOf={keyOf} nothing={t.noNext}>
      {(trigger) => (
        <>
          <td className={classes.cut}>
            <Link to="/flows/edit/$namespace/$id" params={{ namespace: trigger.state.namespace, id: trigger.state.flowId }}>
              <b>{trigger.state.flowId}</b>
            </Link>{' '}
            <span className="quiet">{trigger.state.namespace}</span>
          </td>
          <td className={classes.short}>{trigger.state.triggerId}</td>
          <td className={`mono ${classes.short}`}>{rhythmOf(definitionOf(trigger))}</td>
          <td className={classes.time}>{formats.dateTime(trigger.state.nextExecutionDate)}</td>
          <td className={classes.time}>{formats.ago(trigger.state.nextExecutionDate)}</td>
          <td style={{ width: 1 }}>
            <TriggerSwitch trigger={trigger} />
          </td>
        </>
      )}
    </ShortTable>
  );
}
