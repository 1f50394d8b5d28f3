import { Button, CopyButton } from '@mantine/core';
import { IconCopy, IconPencilPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { blueprintQueries } from '~/api/blueprints';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { flowGraph, Graph } from '~/components/graph/Graph';
import { Markdown } from '~/components/Markdown';
import { Facts, Panel } from '~/components/Panel';
import classes from './blueprints.module.css';
import { words } from './words';

/** What a blueprint does, how it runs and how it is written. */
export function BlueprintPage() {
  const t = useTexts(words);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const blueprint = useQuery(blueprintQueries.one(id));
  const graph = useQuery(blueprintQueries.graph(id));
  const source = blueprint.data?.source ?? '';
  return (
    <Page
      title={blueprint.data?.title ?? id}
      crumbs={[{ name: t.blueprints, to: '/blueprints' }]}
      actions={
        <>
          <CopyButton value={source}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={<IconCopy size={15} />} onClick={copy}>
                {copied ? t.copied : t.copy}
              </Button>
            )}
          </CopyButton>
          <Button component={Link} to="/flows/new" search={{ source } as never} leftSection={<IconPencilPlus size={15} />}>
            {t.use}
          </Button>
        </>
      }
    >
      <Await query={blueprint}>
        {(found) => (
          <div className={classes.detail}>
            <div className={classes.column}>
              <Panel title={t.source} flush>
                <CodeEditor key={found.id} value={source} fileName="blueprint.yaml" label={t.source} readOnly grow={60} />
              </Panel>
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
        )}
      </Await>
    </Page>
  );
}
