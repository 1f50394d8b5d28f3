import { lazy, Suspense } from 'react';
import { Loading } from '../Empty';
import type { Completions } from './expressions';

const Monaco = lazy(() => import('./MonacoEditor'));
const MonacoDiff = lazy(() => import('./MonacoDiff'));

/** A remark on a place of a text; lines and columns count from 1. */
export interface Remark {
  line: number;
  column: number;
  severity: 'ERROR' | 'WARNING' | 'INFO';
  message: string;
  /** Where it stands in the document: `tasks[0].message`. */
  path?: string;
}

/** A sign beside a line; lines count from 1. */
export interface Mark {
  line: number;
  text: string;
}

export interface CodeEditorProps {
  value: string;
  onChange?: (value: string) => void;
  /** Its end tells the language: `main.py`. */
  fileName: string;
  label: string;
  readOnly?: boolean;
  height?: number | string;
  remarks?: Remark[];
  /** A JSON Schema that completes and explains YAML. */
  schema?: object;
  /** What can stand in `{{ }}`. */
  completions?: () => Promise<Completions>;
  onLine?: (line: number) => void;
  /** A line to bring into sight when it changes. */
  line?: number;
  onSave?: () => void;
  onRun?: () => void;
  /** Signs beside lines that start something. */
  marks?: Mark[];
  /** A sign was chosen, or the line under the cursor by Ctrl+Enter. */
  onMark?: (line: number) => void;
  /** Grows with its text, without scrolling, up to this many lines. */
  grow?: number;
}

/** An editor of code; what it needs is fetched when it is first shown. */
export function CodeEditor(props: CodeEditorProps) {
  return (
    <Suspense fallback={<Loading height={typeof props.height === 'number' ? props.height : 200} />}>
      <Monaco {...props} />
    </Suspense>
  );
}

/** Two texts side by side, or one after the other. */
export function CodeDiff(props: { before: string; after: string; fileName: string; sideBySide: boolean }) {
  return (
    <Suspense fallback={<Loading />}>
      <MonacoDiff {...props} />
    </Suspense>
  );
}
