import { useEffect, useState } from 'react';

/** A file that is open: what it holds on the server, and what was written since. */
export interface OpenFile {
  path: string;
  /** What was written and not saved; undefined when nothing was. */
  draft?: string;
}

export interface Workbench {
  files: OpenFile[];
  active: string | undefined;
  open(path: string): void;
  close(path: string): void;
  write(path: string, draft: string | undefined): void;
  /** Forgets a draft that is stored now; what was written meanwhile stays. */
  saved(path: string, draft: string): void;
  /** Follows a file or folder that was moved. */
  moved(from: string, to: string): void;
  removed(path: string): void;
}

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** What follows when a file closes: the file at its place, or the one before it. */
export function afterClosing(paths: string[], closed: string, active: string | undefined): string | undefined {
  if (active !== closed) return active;
  const place = paths.indexOf(closed);
  const left = paths.filter((path) => path !== closed);
  return left[Math.min(place, left.length - 1)];
}

/** What is open and not saved, by namespace, for when a person comes back to the files before the page is left. */
const left = new Map<string, { files: OpenFile[]; active: string | undefined }>();

/** The files of a namespace that are open beside the tree. */
export function useWorkbench(namespace: string): Workbench {
  const [files, setFiles] = useState<OpenFile[]>(left.get(namespace)?.files ?? []);
  const [active, setActive] = useState<string | undefined>(left.get(namespace)?.active);
  useEffect(() => {
    left.set(namespace, { files, active });
  }, [namespace, files, active]);
  return {
    files,
    active,
    open: (path) => {
      setFiles((all) => (all.some((file) => file.path === path) ? all : [...all, { path }]));
      setActive(path);
    },
    close: (path) => {
      setActive(afterClosing(files.map((file) => file.path), path, active));
      setFiles((all) => all.filter((file) => file.path !== path));
    },
    write: (path, draft) => setFiles((all) => all.map((file) => (file.path === path ? { path, draft } : file))),
    saved: (path, draft) => setFiles((all) => all.map((file) => (file.path === path && file.draft === draft ? { path } : file))),
    moved: (from, to) => {
      const follow = (path: string) => (within(path, from) ? to + path.slice(from.length) : path);
      setFiles((all) => all.map((file) => ({ ...file, path: follow(file.path) })));
      setActive((path) => path && follow(path));
    },
    removed: (path) => {
      setFiles((all) => all.filter((file) => !within(file.path, path)));
      setActive((at) => (at && within(at, path) ? undefined : at));
    },
  };
}
