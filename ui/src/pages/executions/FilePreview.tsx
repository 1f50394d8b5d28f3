import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { answer, api, query, type Schemas } from '~/api/client';
import { bytes } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { Markdown } from '~/components/Markdown';
import { pageWords } from './pageWords';
import classes from './value.module.css';

/** The beginning of a stored file: rows as a table, pictures, texts. */
export function FilePreview({ executionId, uri }: { executionId: string; uri: string }) {
  const t = useTexts(pageWords);
  const [rows, setRows] = useState('100');
  const [encoding, setEncoding] = useState('UTF-8');
  const params = { path: { id: executionId }, query: query({ path: uri, maxRows: rows, encoding }) as never };
  const preview = useQuery({ queryKey: ['preview', executionId, uri, rows, encoding], queryFn: () => answer(api.GET('/api/v1/main/executions/{id}/file/preview', { params })), retry: false });
  const size = useQuery({ queryKey: ['size', executionId, uri], queryFn: () => answer(api.GET('/api/v1/main/executions/{id}/file/metas', { params })), retry: false });
  return (
    <div className={classes.preview}>
      <Await query={preview}>{(known) => <Content preview={known} />}</Await>
      <div className={classes.foot}>
        {size.data && bytes(size.data.size)}
        {preview.data?.truncated && t.truncated(preview.data.maxLine)}
        <Select aria-label={t.rows} size="xs" w={90} data={['100', '500', '1000', '5000']} value={rows} onChange={(value) => setRows(value ?? '100')} allowDeselect={false} />
        <Select aria-label={t.encoding} size="xs" w={130} data={['UTF-8', 'ISO-8859-1', 'UTF-16', 'windows-1252']} value={encoding} onChange={(value) => setEncoding(value ?? 'UTF-8')} allowDeselect={false} />
      </div>
    </div>
  );
}

function Content({ preview }: { preview: Schemas['FilePreview'] }) {
  const { type, content, extension } = preview;
  if (type === 'LIST' && Array.isArray(content)) return <Rows rows={content} />;
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  switch (type) {
    case 'IMAGE':
      return <img src={`data:image/${extension === 'svg' ? 'svg+xml' : extension};base64,${text}`} alt="" />;
    case 'PDF':
      return <Pdf base64={text} />;
    case 'MARKDOWN':
      return (
        <div style={{ padding: 12 }}>
          <Markdown text={text} />
        </div>
      );
    default:
      return <pre>{text}</pre>;
  }
}

function Rows({ rows }: { rows: unknown[] }) {
  const columns = useMemo(() => [...new Set(rows.flatMap((row) => (row !== null && typeof row === 'object' ? Object.keys(row) : ['value'])))], [rows]);
  const cell = (row: unknown, column: string): string => {
    const value = row !== null && typeof row === 'object' ? (row as Record<string, unknown>)[column] : row;
    return value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map((column) => (
              <td key={column} title={cell(row, column)}>
                {cell(row, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pdf({ base64 }: { base64: string }) {
  const url = useMemo(() => {
    const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    return URL.createObjectURL(new Blob([content], { type: 'application/pdf' }));
  }, [base64]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <iframe src={url} title="PDF" />;
}
