import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowLeft, IconBook2, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { blueprintQueries, type Blueprint } from '~/api/blueprints';
import { useTexts } from '~/app/texts';
import { confirm } from '~/components/Confirm';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { Await, Empty } from '~/components/Empty';
import { Markdown } from '~/components/Markdown';
import { words as blueprintWords } from '~/pages/blueprints/words';
import { setIn } from './document/edit';
import { nodeAt, read } from './document/place';
import classes from './flowEditor.module.css';
import { words } from './words';

/** Blueprints beside the source; one can take its place. */
export function BlueprintPanel({ source, onReplace }: { source: string; onReplace: (source: string) => void }) {
  const t = useTexts(blueprintWords);
  const [text, setText] = useState('');
  const [sought] = useDebouncedValue(text.trim(), 200);
  const [chosen, setChosen] = useState<string>();
  const found = useQuery(blueprintQueries.search({ q: sought || undefined, size: '200', page: '1' }));
  if (chosen) return <Chosen id={chosen} source={source} onReplace={onReplace} onBack={() => setChosen(undefined)} />;
  return (
    <div className={classes.blueprints}>
      <TextInput size="sm" aria-label={t.search} placeholder={t.search} leftSection={<IconSearch size={16} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Await query={found}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty icon={IconBook2} title={t.none} text={t.noneText} />
          ) : (
            <ul className={classes.blueprintList}>
              {results.map((one: Blueprint) => (
                <li key={one.id}>
                  <button type="button" onClick={() => setChosen(one.id)}>
                    <b>{one.title}</b>
                    <span>{one.tags.join(', ')}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </div>
  );
}

function Chosen({ id, source, onReplace, onBack }: { id: string; source: string; onReplace: (source: string) => void; onBack: () => void }) {
  const t = useTexts(words);
  const b = useTexts(blueprintWords);
  const blueprint = useQuery(blueprintQueries.one(id));
  const use = (text: string) =>
    confirm({ title: t.insertTitle, body: t.insertText, action: t.insertBlueprint, onConfirm: () => onReplace(named(text, source)) });
  return (
    <div className={classes.blueprints}>
      <div className={classes.blueprintHead}>
        <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
          {b.all}
        </Button>
        <Button size="compact-xs" disabled={!blueprint.data?.source} onClick={() => use(blueprint.data?.source ?? '')}>
          {t.insertBlueprint}
        </Button>
      </div>
      <Await query={blueprint}>
        {(found) => (
          <>
            <h2 className={classes.blueprintTitle}>{found.title}</h2>
            <Markdown text={found.description} />
            <div className={classes.blueprintCode}>
              <CodeEditor key={found.id} value={found.source ?? ''} fileName="blueprint.yaml" label={b.source} readOnly grow={80} />
            </div>
          </>
        )}
      </Await>
    </div>
  );
}

/** A blueprint under the name of the flow that is being written. */
function named(blueprint: string, source: string): string {
  const own = read(source);
  return ['namespace', 'id'].reduce((text, key) => {
    const node = nodeAt(own, [key]) as { value?: unknown } | undefined;
    return typeof node?.value === 'string' ? setIn(text, [key], node.value) : text;
  }, blueprint);
}
