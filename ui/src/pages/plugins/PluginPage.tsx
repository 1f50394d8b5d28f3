import { Badge, Button, CopyButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { pluginQueries, type Plugin } from '~/api/documentation';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { allOf, elementsOf, kinds, nameOf, shortName } from './catalogue';
import { PluginIcon } from './PluginIcon';
import classes from './plugins.module.css';
import { TypeDocument } from './TypeDocument';
import { words } from './words';

/** The documentation of a type, beside the others of its plugin. */
export function PluginPage() {
  const t = useTexts(words);
  const { type = '' } = useParams({ strict: false }) as { type?: string };
  const plugins = useQuery(pluginQueries.groups());
  const documentation = useQuery(pluginQueries.type(type));
  const plugin = plugins.data?.find((one) => allOf(one).some((element) => element.cls === type));
  const element = plugin && allOf(plugin).find((one) => one.cls === type);
  return (
    <Page
      title={shortName(type)}
      crumbs={[{ name: t.plugins, to: '/plugins' }, ...(plugin ? [{ name: nameOf(plugin) }] : [])]}
      mark={
        element?.deprecated && (
          <Badge size="sm" variant="light" color="gray">
            {t.deprecated}
          </Badge>
        )
      }
      actions={
        <CopyButton value={type}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t.copied : t.copyType}
            </Button>
          )}
        </CopyButton>
      }
    >
      <div className={classes.page}>
        {plugin ? <Side plugin={plugin} chosen={type} /> : <span />}
        <Await query={documentation}>{(found) => <TypeDocument cls={type} documentation={found} />}</Await>
      </div>
    </Page>
  );
}

function Side({ plugin, chosen }: { plugin: Plugin; chosen: string }) {
  const t = useTexts(words);
  return (
    <nav className={classes.side} aria-label={plugin.title}>
      <div style={{ display: 'flex', gap: 10, alignItems: 'center', padding: 6 }}>
        <PluginIcon name={plugin.name} small />
        <b style={{ textTransform: 'capitalize' }}>{nameOf(plugin)}</b>
      </div>
      {kinds
        .filter((kind) => elementsOf(plugin, kind).length > 0)
        .map((kind) => (
          <div key={kind}>
            <h2>{t[kind]}</h2>
            {elementsOf(plugin, kind).map((element) => (
              <Link
                key={element.cls}
                to="/plugins/$type"
                params={{ type: element.cls }}
                title={element.title}
                data-active={element.cls === chosen || undefined}
                aria-current={element.cls === chosen ? 'page' : undefined}
              >
                {shortName(element.cls)}
              </Link>
            ))}
          </div>
        ))}
    </nav>
  );
}
