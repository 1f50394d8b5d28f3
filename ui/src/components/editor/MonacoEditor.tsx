import { useEffect, useRef } from 'react';
import { useSettings } from '~/app/settings';
import { useIsDark } from '~/app/useIsDark';
import type { CodeEditorProps } from './CodeEditor';
import classes from './editor.module.css';
import { completeExpressions } from './expressions';
import { describeFiles, languageOf, monaco } from './monaco';

let nextModel = 1;

/** The editor itself. Its texts are models of Monaco, named by their files so that schemas find them. */
export default function MonacoEditor(props: CodeEditorProps) {
  const { value, fileName, label, readOnly, height = '100%', remarks, schema, grow, line, marks } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const latest = useRef(props);
  // what was written here and has not come back as the value yet
  const told = useRef<string[]>([]);
  const replacing = useRef(false);
  const dark = useIsDark();
  const [{ editorFontSize, editorFolding }] = useSettings();

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (schema) describeFiles(`**/${fileName}`, schema);
  }, [schema, fileName]);

  useEffect(() => {
    if (!place.current) return undefined;
    const uri = monaco.Uri.parse(`inmemory://files/${nextModel++}/${fileName}`);
    const model = monaco.editor.createModel(latest.current.value, languageOf(fileName), uri);
    const created = monaco.editor.create(place.current, {
      model,
      readOnly,
      ariaLabel: label,
      automaticLayout: true,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      renderLineHighlight: 'line',
      fontFamily: "'JetBrains Mono', 'Cascadia Code', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
      tabSize: 2,
      fixedOverflowWidgets: true,
      quickSuggestions: { other: true, comments: false, strings: true },
      suggest: { showWords: false, showSnippets: true },
      wordBasedSuggestions: 'off',
      padding: { top: 10, bottom: 10 },
      lineNumbersMinChars: 3,
      overviewRulerBorder: false,
      scrollbar: grow ? { vertical: 'hidden', alwaysConsumeMouseWheel: false } : {},
      unicodeHighlight: { ambiguousCharacters: false },
    });
    editor.current = created;
    const ends = [
      model,
      created.onDidChangeModelContent(() => {
        if (replacing.current) return;
        const text = model.getValue();
        told.current.push(text);
        latest.current.onChange?.(text);
      }),
      created.onDidChangeCursorPosition((event) => latest.current.onLine?.(event.position.lineNumber)),
      completeExpressions(model, () => latest.current.completions?.()),
    ];
    created.onMouseDown((event) => {
      if (event.target.type === monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN && event.target.element?.classList.contains(classes.mark ?? '')) latest.current.onMark?.(event.target.position.lineNumber);
    });
    created.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, () => latest.current.onSave?.());
    created.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyE, () => latest.current.onRun?.());
    if (grow) {
      const fit = () => {
        if (place.current) place.current.style.height = `${Math.min(created.getContentHeight(), grow * 19 + 20)}px`;
      };
      ends.push(created.onDidContentSizeChange(fit));
      fit();
    }
    return () => {
      editor.current = undefined;
      created.dispose();
      ends.forEach((end) => end.dispose());
    };
  }, [fileName, readOnly, label, grow]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    // an earlier text of this editor that comes back late must not take away what was typed since
    const own = told.current.indexOf(value);
    const present = model.getValue() === value;
    told.current = present || own < 0 ? [] : told.current.slice(own + 1);
    if (present || own >= 0) return;
    replacing.current = true;
    replaceText(model, value);
    replacing.current = false;
  }, [value]);

  useEffect(() => {
    if (line) editor.current?.revealLineInCenterIfOutsideViewport(line);
  }, [line]);

  useEffect(() => {
    editor.current?.updateOptions({ fontSize: editorFontSize, folding: editorFolding });
  }, [editorFontSize, editorFolding]);

  useEffect(() => {
    monaco.editor.setTheme(dark ? 'legato-dark' : 'legato-light');
  }, [dark]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    const markers = (remarks ?? []).map((remark) => {
      const line = Math.min(Math.max(1, remark.line), model.getLineCount());
      const word = model.getWordAtPosition({ lineNumber: line, column: Math.max(1, remark.column) });
      return {
        startLineNumber: line,
        startColumn: Math.max(1, remark.column),
        endLineNumber: line,
        endColumn: word?.endColumn ?? model.getLineMaxColumn(line),
        message: remark.message,
        severity: { ERROR: monaco.MarkerSeverity.Error, WARNING: monaco.MarkerSeverity.Warning, INFO: monaco.MarkerSeverity.Info }[remark.severity],
      };
    });
    monaco.editor.setModelMarkers(model, 'server', markers);
  }, [remarks]);

  useEffect(() => {
    const shown = editor.current;
    if (!shown || !marks || marks.length === 0) return undefined;
    const action = shown.addAction({
      id: 'legato.mark',
      label,
      keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
      run: (here) => latest.current.onMark?.(here.getPosition()?.lineNumber ?? 1),
    });
    shown.updateOptions({ glyphMargin: true });
    const drawn = shown.createDecorationsCollection(
      marks.map((mark) => ({ range: new monaco.Range(mark.line, 1, mark.line, 1), options: { glyphMarginClassName: classes.mark, glyphMarginHoverMessage: { value: mark.text } } })),
    );
    return () => {
      action.dispose();
      drawn.clear();
      shown.updateOptions({ glyphMargin: false });
    };
  }, [marks, label]);

  return <div ref={place} className={classes.editor} style={{ height }} data-testid="code-editor" />;
}

/** Changes only what differs, so that the cursor and the place on the screen stay. */
function replaceText(model: monaco.editor.ITextModel, text: string) {
  const old = model.getValue();
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start++;
  let end = 0;
  while (end < old.length - start && end < text.length - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(old.length - end));
  model.pushEditOperations([], [{ range, text: text.slice(start, text.length - end) }], () => null);
}
