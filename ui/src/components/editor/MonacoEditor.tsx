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
  const { value, fileName, label, readOnly, height = '100%', remarks, schema, grow } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const latest = useRef(props);
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
      created.onDidChangeModelContent(() => latest.current.onChange?.(model.getValue())),
      created.onDidChangeCursorPosition((event) => latest.current.onLine?.(event.position.lineNumber)),
      completeExpressions(model, () => latest.current.completions?.()),
    ];
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
    if (model && model.getValue() !== value) model.pushEditOperations([], [{ range: model.getFullModelRange(), text: value }], () => null);
  }, [value]);

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

  return <div ref={place} className={classes.editor} style={{ height }} data-testid="code-editor" />;
}
