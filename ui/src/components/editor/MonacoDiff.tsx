import { useEffect, useRef } from 'react';
import { useIsDark } from '~/app/useIsDark';
import classes from './editor.module.css';
import { languageOf, monaco } from './monaco';

interface Props {
  before: string;
  after: string;
  fileName: string;
  sideBySide: boolean;
}

export default function MonacoDiff({ before, after, fileName, sideBySide }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const dark = useIsDark();
  useEffect(() => {
    if (!place.current) return undefined;
    const language = languageOf(fileName);
    const original = monaco.editor.createModel(before, language);
    const modified = monaco.editor.createModel(after, language);
    const editor = monaco.editor.createDiffEditor(place.current, {
      readOnly: true,
      automaticLayout: true,
      renderSideBySide: sideBySide,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      hideUnchangedRegions: { enabled: true },
    });
    editor.setModel({ original, modified });
    return () => {
      editor.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [before, after, fileName, sideBySide]);
  useEffect(() => {
    monaco.editor.setTheme(dark ? 'legato-dark' : 'legato-light');
  }, [dark]);
  return <div ref={place} className={classes.editor} style={{ height: '100%', minHeight: 420 }} />;
}
