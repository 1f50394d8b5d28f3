import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { blueprintQueries, type Blueprint } from '~/api/blueprints';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { flowGraph, Graph } from '~/components/graph/Graph';
import { Markdown } from '~/components/Markdown';
import { Facts, Panel } from '~/components/Panel';
import { BlueprintFrame, BlueprintSource } from './BlueprintFrame';
import classes from './blueprints.module.css';
import { words } from './words';

/** What a blueprint does, how it runs and how it is written. */
export function BlueprintPage() {
  return (
    <BlueprintFrame kind="flow" list="/blueprints" editor="/flows/new">
      {(found) => <Detail found={found} />}
    </BlueprintFrame>
  );
}

function Detail({ found }: { found: Blueprint }) {
  const t = useTexts(words);
  const graph = useQuery(blueprintQueries.graph(found.id));
  return (
    <div className={classes.detail}>
      <div className={classes.column}>
        <BlueprintSource blueprint={found} fileName="blueprint.yaml" />
      </div>
      <div className={classes.column}>
        <Panel title={t.about}>
          <Markdown text={found.description} />
          <Facts
            facts={[
              [t.tags, found.tags.join(', ')],
              [
                t.tasks,
                found.includedTasks.map((type) => (
                  <div key={type}>
                    <Link to="/plugins/$type" params={{ type }}>
                      {type.split('.').at(-1)}
                    </Link>{' '}
                    <span className="mono quiet">{type}</span>
                  </div>
                )),
              ],
            ]}
          />
        </Panel>
        <Panel title={t.topology} flush>
          <div className={classes.drawing}>
            <Await query={graph}>{(drawn) => <Graph data={flowGraph(drawn)} label={t.topology} />}</Await>
          </div>
        </Panel>
      </div>
    </div>
  );
}
