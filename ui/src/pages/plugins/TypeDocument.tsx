import { Badge } from '@mantine/core';
import type { PropertySchema, TypeDocumentation } from '~/api/documentation';
import { useTexts } from '~/app/texts';
import { Markdown } from '~/components/Markdown';
import { Panel } from '~/components/Panel';
import { CopyableCode } from './CopyableCode';
import { introduction, kindOf, olderNames, partsOf, propertiesOf, valuesOf } from './documentation';
import classes from './plugins.module.css';
import { words } from './words';

/** What a type is for, how it is written, and what it takes and gives. */
export function TypeDocument({ cls, documentation }: { cls: string; documentation: TypeDocumentation }) {
  const t = useTexts(words);
  const { title, description } = introduction(documentation);
  const { properties, outputs, definitions } = documentation.schema;
  const taken = propertiesOf(properties);
  const given = propertiesOf(outputs);
  const named = Object.entries(definitions ?? {});
  const older = olderNames(documentation.markdown);
  return (
    <article className={classes.document}>
      <div>
        <CopyableCode code={`type: ${cls}`} />
        <Markdown text={title} />
        {partsOf(description).map((part, index) => (part.kind === 'code' ? <CopyableCode key={index} code={part.code} /> : <Markdown key={index} text={part.text} />))}
      </div>
      <Panel title={t.properties}>{taken.length === 0 ? t.noProperties : <Properties properties={taken} />}</Panel>
      <Panel title={t.outputs}>{given.length === 0 ? t.noOutputs : <Properties properties={given} />}</Panel>
      {named.length > 0 && (
        <Panel title={t.definitions}>
          {named.map(([name, schema]) => (
            <div key={name} className={classes.property}>
              <div className={classes.head}>
                <code>{name.split('.').at(-1)}</code>
              </div>
              <Markdown text={schema.description} />
              <div className={classes.nested}>
                <Properties properties={propertiesOf(schema)} />
              </div>
            </div>
          ))}
        </Panel>
      )}
      {older.length > 0 && (
        <Panel title={t.olderNames}>
          {older.map((name) => (
            <div key={name} className="mono">
              {name}
            </div>
          ))}
        </Panel>
      )}
    </article>
  );
}

function Properties({ properties }: { properties: [name: string, schema: PropertySchema, required: boolean][] }) {
  const t = useTexts(words);
  return properties.map(([name, schema, required]) => {
    const values = valuesOf(schema);
    const inner = propertiesOf(schema.properties ? schema : schema.items);
    return (
      <div key={name} className={classes.property}>
        <div className={classes.head}>
          <code>{name}</code>
          <span className={classes.kind}>{kindOf(schema, t.kinds)}</span>
          {required && (
            <Badge size="xs" variant="default" c="var(--state-warning)" tt="none">
              {t.required}
            </Badge>
          )}
          {(schema.deprecated || schema.$deprecated) && (
            <Badge size="xs" variant="light" color="gray">
              {t.deprecated}
            </Badge>
          )}
        </div>
        <Markdown text={schema.description} />
        {values.length > 0 && (
          <div className={classes.more}>
            {t.values}: <span className="mono">{values.join(', ')}</span>
          </div>
        )}
        {schema.default !== undefined && (
          <div className={classes.more}>
            {t.default}: <code className="mono">{typeof schema.default === 'string' ? schema.default : JSON.stringify(schema.default)}</code>
          </div>
        )}
        {inner.length > 0 && (
          <div className={classes.nested}>
            <Properties properties={inner} />
          </div>
        )}
      </div>
    );
  });
}
