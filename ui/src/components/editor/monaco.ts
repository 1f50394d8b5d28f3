// Loaded when an editor opens: Monaco with YAML, and the workers that check what is written.
import * as monaco from 'monaco-editor/esm/vs/editor/editor.api.js';
import 'monaco-editor/esm/vs/editor/edcore.main.js';
import 'monaco-editor/esm/vs/basic-languages/yaml/yaml.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/python/python.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/sql/sql.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/shell/shell.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/javascript/javascript.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/typescript/typescript.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/markdown/markdown.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/xml/xml.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/html/html.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/css/css.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/ini/ini.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/java/java.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/r/r.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/ruby/ruby.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/go/go.contribution.js';
import 'monaco-editor/esm/vs/basic-languages/dockerfile/dockerfile.contribution.js';
import { configureMonacoYaml, type MonacoYaml } from 'monaco-yaml';
import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import YamlWorker from './yaml.worker?worker';

self.MonacoEnvironment = {
  getWorker: (_, label) => (label === 'yaml' ? new YamlWorker() : new EditorWorker()),
};

monaco.editor.defineTheme('legato-light', {
  base: 'vs',
  inherit: true,
  rules: [
    { token: 'type.yaml', foreground: '1f469f' },
    { token: 'string.yaml', foreground: '2c6b3f' },
    { token: 'comment', foreground: '767e8c' },
    { token: 'number', foreground: '9a5a00' },
  ],
  colors: { 'editor.background': '#ffffff', 'editorLineNumber.foreground': '#a3aab8', 'editorGutter.background': '#ffffff', 'editor.lineHighlightBackground': '#f5f7fb' },
});
monaco.editor.defineTheme('legato-dark', {
  base: 'vs-dark',
  inherit: true,
  rules: [
    { token: 'type.yaml', foreground: '8fb0ff' },
    { token: 'string.yaml', foreground: '97d3a4' },
    { token: 'comment', foreground: '7d8697' },
    { token: 'number', foreground: 'f0b26b' },
  ],
  colors: { 'editor.background': '#191d25', 'editorLineNumber.foreground': '#5c6576', 'editorGutter.background': '#191d25', 'editor.lineHighlightBackground': '#20252f' },
});

let yaml: MonacoYaml | undefined;
const schemas = new Map<string, object>();

/** Lets files whose name matches be completed and checked by a JSON Schema. */
export function describeFiles(fileMatch: string, schema: object) {
  if (schemas.get(fileMatch) === schema) return;
  schemas.set(fileMatch, schema);
  const options = {
    completion: true,
    hover: true,
    validate: false,
    format: { enable: false },
    isKubernetes: false,
    // letters and dots alone: the worker does not find a schema again whose address has to be encoded
    schemas: [...schemas].map(([match, content]) => ({ fileMatch: [match], uri: `inmemory://schemas/${match.replace(/[^\w.]/g, '')}.json`, schema: content })),
  };
  if (yaml) void yaml.update(options);
  else yaml = configureMonacoYaml(monaco, options);
}

/** The language of a file by the end of its name. */
export function languageOf(name: string): string {
  const end = name.slice(name.lastIndexOf('.')).toLowerCase();
  const language = monaco.languages.getLanguages().find((one) => one.extensions?.includes(end) || one.filenames?.includes(name));
  return language?.id ?? 'plaintext';
}

export { monaco };
