import { Badge, TextInput } from '@mantine/core';
import { IconPuzzle, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { pluginQueries, type Plugin } from '~/api/documentation';
import { Page } from '~/app/Page';
import { first, type Search } from '~/app/search';
import { useTexts } from '~/app/texts';
import { Await, Empty } from '~/components/Empty';
import { Panel } from '~/components/Panel';
import { allOf, byFamily, elementsOf, nameOf, search, shortName } from './catalogue';
import { PluginIcon } from './PluginIcon';
import classes from './plugins.module.css';
import { words } from './words';

export function PluginList() {
  const t = useTexts(words);
  const navigate = useNavigate();
  const text = first((useSearch({ strict: false }) as Search).q) ?? '';
  const plugins = useQuery(pluginQueries.groups());
  return (
    <Page title={t.plugins}>
      <TextInput
        size="sm"
        maw={520}
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<IconSearch size={16} />}
        defaultValue={text}
        onChange={(event) => void navigate({ to: '.', search: { q: event.currentTarget.value || undefined } as never, replace: true })}
        data-autofocus
      />
      <Await query={plugins}>{(all) => (text.trim() ? <Hits plugins={all} text={text} /> : <Families plugins={all} />)}</Await>
    </Page>
  );
}

function Families({ plugins }: { plugins: Plugin[] }) {
  const t = useTexts(words);
  return byFamily(plugins).map(([family, parts]) => (
    <section key={family}>
      <h2 className={classes.group}>{family}</h2>
      <div className={classes.cards} style={{ marginTop: 6 }}>
        {parts.map((plugin) => {
          const counts = [
            plugin.tasks.length > 0 && t.taskCount(plugin.tasks.length),
            plugin.triggers.length > 0 && t.triggerCount(plugin.triggers.length),
            plugin.conditions.length > 0 && t.conditionCount(plugin.conditions.length),
            elementsOf(plugin, 'others').length > 0 && t.otherCount(elementsOf(plugin, 'others').length),
          ].filter(Boolean);
          return (
            <Link key={plugin.subGroup ?? plugin.group} to="/plugins/$type" params={{ type: allOf(plugin)[0]?.cls ?? '' }} className={classes.card}>
              <PluginIcon name={plugin.name} />
              <span>
                <b>{nameOf(plugin)}</b>
                <small>{counts.join(', ')}</small>
              </span>
            </Link>
          );
        })}
      </div>
    </section>
  ));
}

function Hits({ plugins, text }: { plugins: Plugin[]; text: string }) {
  const t = useTexts(words);
  const hits = search(plugins, text).slice(0, 80);
  if (hits.length === 0) return <Empty icon={IconPuzzle} title={t.none} text={t.noneText} />;
  return (
    <Panel flush>
      <div className={classes.found}>
        {hits.map(({ plugin, element }) => (
          <Link key={element.cls} to="/plugins/$type" params={{ type: element.cls }} className={classes.hit}>
            <PluginIcon name={plugin.name} small />
            <span>
              <b>{shortName(element.cls)}</b> <span className="mono quiet">{element.cls}</span>{' '}
              {element.deprecated && (
                <Badge size="xs" variant="light" color="gray">
                  {t.deprecated}
                </Badge>
              )}
              <small>{element.title}</small>
            </span>
          </Link>
        ))}
      </div>
    </Panel>
  );
}
