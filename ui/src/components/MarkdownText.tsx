import ReactMarkdown, { defaultUrlTransform } from 'react-markdown';
import gfm from 'remark-gfm';
import classes from './markdown.module.css';

const components = {
  a: ({ href, children }: { href?: string; children?: React.ReactNode }) => (
    <a href={href} target={href?.startsWith('#') ? undefined : '_blank'} rel="noreferrer noopener">
      {children}
    </a>
  ),
  // a picture of another site would tell that site who reads this
  img: ({ src, alt }: { src?: string | Blob; alt?: string }) => <a href={String(src)}>{alt || String(src)}</a>,
};

export default function MarkdownText({ text }: { text: string }) {
  return (
    <div className={classes.text}>
      <ReactMarkdown remarkPlugins={[gfm]} components={components} urlTransform={defaultUrlTransform}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
