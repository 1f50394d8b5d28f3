import { lazy, Suspense } from 'react';

const Rendered = lazy(() => import('./MarkdownText'));

/** A text of a person or plugin with Markdown in it. HTML in it is shown as text, never as HTML. */
export function Markdown({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Suspense fallback={<p>{text}</p>}>
      <Rendered text={text} />
    </Suspense>
  );
}
