import { monaco } from './monaco';
import { expressionAt, type Completions } from './expressionAt';

export type { Completions } from './expressionAt';

const providers = new WeakMap<monaco.editor.ITextModel, () => Promise<Completions> | undefined>();
let registered = false;

/** Completes what stands between `{{` and `}}` of a model. */
export function completeExpressions(model: monaco.editor.ITextModel, completions: () => Promise<Completions> | undefined): monaco.IDisposable {
  register();
  providers.set(model, completions);
  return { dispose: () => providers.delete(model) };
}

function register() {
  if (registered) return;
  registered = true;
  monaco.languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: ['{', '.', '|', ' ', "'"],
    async provideCompletionItems(model, position) {
      const before = model.getValueInRange({ startLineNumber: position.lineNumber, startColumn: 1, endLineNumber: position.lineNumber, endColumn: position.column });
      const written = expressionAt(before);
      const completions = written && (await providers.get(model)?.());
      if (!written || !completions) return { suggestions: [] };
      const range = { startLineNumber: position.lineNumber, endLineNumber: position.lineNumber, startColumn: position.column - written.length, endColumn: position.column };
      return {
        suggestions: written.choose(completions).map((choice) => ({
          label: choice.text,
          kind: { variable: monaco.languages.CompletionItemKind.Variable, function: monaco.languages.CompletionItemKind.Function, filter: monaco.languages.CompletionItemKind.Operator }[choice.kind],
          detail: choice.kind,
          insertText: choice.insert,
          insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
          filterText: choice.text,
          // what the flow itself has comes first
          sortText: `${choice.kind === 'function' ? 1 : 0}${choice.text}`,
          range,
        })),
      };
    },
  });
}
