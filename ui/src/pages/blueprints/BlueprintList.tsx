import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBook2, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { blueprintQueries, type Blueprint, type BlueprintKind } from '~/api/blueprints';
import { Page } from '~/app/Page';
import { first, type Search } from '~/app/search';
import { useTexts } from '~/app/texts';
import { Await, Empty } from '~/components/Empty';
import { PluginIcon } from '~/pages/plugins/PluginIcon';
import classes from './blueprints.module.css';
import { words } from './words';

/** The part of a type that tells what it is about: `io.kestra.plugin.core.http.Download` is of `http`. */
export const subjectOf = (type: string): string => type.split('.').at(-2) ?? type;

export function BlueprintList() {
  return <Catalogue kind="flow" />;
}

export function DashboardBlueprintList() {
  return <Catalogue kind="dashboard" />;
}

function Catalogue({ kind }: { kind: BlueprintKind }) {
  const t = useTexts(words);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search;
  const tag = first(search.tags);
  const [text, setText] = useState(first(search.q) ?? '');
  const [sought] = useDebouncedValue(text.trim(), 200);
  const tags = useQuery(blueprintQueries.tags(kind));
  const blueprints = useQuery(blueprintQueries.search({ q: sought || undefined, tags: tag, size: '200', page: '1' }, kind));
  const choose = (id: string | undefined) => void navigate({ to: '.', search: { ...search, tags: id } as never, replace: true });
  return (
    <Page
      title={t.blueprints}
      tabs={[
        { id: 'flow', name: t.ofFlows, to: '/blueprints' },
        { id: 'dashboard', name: t.ofDashboards, to: '/blueprints/dashboards' },
      ]}
      tab={kind}
    >
      <TextInput
        size="sm"
        maw={520}
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<IconSearch size={16} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.tags}>
        <button type="button" className={classes.tag} aria-pressed={!tag} onClick={() => choose(undefined)}>
          {t.all}
        </button>
        {(tags.data ?? []).map((one) => (
          <button key={one.id} type="button" className={classes.tag} aria-pressed={one.id === tag} onClick={() => choose(one.id === tag ? undefined : one.id)}>
            {one.name}
          </button>
        ))}
      </div>
      <Await query={blueprints}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty icon={IconBook2} title={t.none} text={t.noneText} />
          ) : (
            <div className={classes.cards}>
              {results.map((blueprint) => (
                <Card key={blueprint.id} blueprint={blueprint} kind={kind} />
              ))}
            </div>
          )
        }
      </Await>
    </Page>
  );
}

function Card({ blueprint, kind }: { blueprint: Blueprint; kind: BlueprintKind }) {
  const subjects = [...new Set(blueprint.includedTasks.map(subjectOf))].slice(0, 5);
  return (
    <Link to={kind === 'flow' ? '/blueprints/$id' : '/blueprints/dashboards/$id'} params={{ id: blueprint.id }} className={classes.card}>
      <b>{blueprint.title}</b>
      <p>{plain(blueprint.description)}</p>
      <span className={classes.foot}>
        {kind === 'dashboard' && <PluginIcon name="dashboard" small />}
        {(kind === 'flow' ? subjects : []).map((subject) => (
          <PluginIcon key={subject} name={subject} small />
        ))}
        <span>{blueprint.tags.join(', ')}</span>
      </span>
    </Link>
  );
}

/** The first paragraph of a text without the marks of Markdown. */
function plain(markdown: string | undefined): string {
  return (markdown ?? '').split(/\n\s*\n/)[0]?.replace(/[`*_#]/g, '').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1') ?? '';
}
