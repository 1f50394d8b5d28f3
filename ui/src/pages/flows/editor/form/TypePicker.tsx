import { Modal, ScrollArea, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pluginQueries } from '~/api/documentation';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { Await } from '~/components/Empty';
import { byFamily, search, shortName, type Hit } from '~/pages/plugins/catalogue';
import { PluginIcon } from '~/pages/plugins/PluginIcon';
import classes from './form.module.css';
import { words } from './words';

interface Props {
  kind: 'task' | 'trigger';
  onPick: (type: string) => void;
  onClose: () => void;
}

/** Lets a type be chosen by what it is called or for. */
export function TypePicker({ kind, onPick, onClose }: Props) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const [text, setText] = useState('');
  const plugins = useQuery(pluginQueries.groups());
  const fits = ({ plugin, element }: Hit) => !element.deprecated && (kind === 'task' ? plugin.tasks : plugin.triggers).includes(element);
  const all = plugins.data ?? [];
  const families = byFamily(all).flatMap(([, parts]) => parts);
  const hits = text.trim() ? search(all, text).filter(fits) : families.flatMap((plugin) => plugin[kind === 'task' ? 'tasks' : 'triggers'].map((element) => ({ plugin, element }))).filter(fits);
  return (
    <Modal opened onClose={onClose} title={<b>{kind === 'task' ? t.pickTask : t.pickTrigger}</b>} size="lg" closeButtonProps={{ 'aria-label': s.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (hits[0]) onPick(hits[0].element.cls);
        }}
      >
        <TextInput size="sm" aria-label={t.search} placeholder={t.search} leftSection={<IconSearch size={16} />} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
      </form>
      <Await query={plugins}>
        {() => (
          <ScrollArea.Autosize mah="55vh" mt="sm" type="auto" viewportProps={{ tabIndex: 0 }}>
            {hits.length === 0 && <p className={classes.hint}>{t.nothing}</p>}
            <ul className={classes.types}>
              {hits.slice(0, 200).map(({ plugin, element }) => (
                <li key={element.cls}>
                  <button type="button" onClick={() => onPick(element.cls)}>
                    <PluginIcon name={plugin.name} small />
                    <span>
                      <b>{shortName(element.cls)}</b> <span className="quiet">{plugin.title}</span>
                      <small>{element.title}</small>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </ScrollArea.Autosize>
        )}
      </Await>
    </Modal>
  );
}
