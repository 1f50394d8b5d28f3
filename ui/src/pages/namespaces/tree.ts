/** A namespace with those inside of it. */
export interface Branch {
  id: string;
  /** The last part of its id. */
  name: string;
  /** Whether it holds something itself, or is only there because of those inside. */
  own: boolean;
  branches: Branch[];
}

/** Namespaces as a tree by their dots, each level in order of names. */
export function treeOf(ids: string[]): Branch[] {
  const top: Branch = { id: '', name: '', own: false, branches: [] };
  const known = new Map<string, Branch>([['', top]]);
  const branchOf = (id: string): Branch => {
    const found = known.get(id);
    if (found) return found;
    const dot = id.lastIndexOf('.');
    const branch: Branch = { id, name: id.slice(dot + 1), own: false, branches: [] };
    known.set(id, branch);
    branchOf(dot < 0 ? '' : id.slice(0, dot)).branches.push(branch);
    return branch;
  };
  for (const id of ids) branchOf(id).own = true;
  for (const branch of known.values()) branch.branches.sort((one, other) => one.name.localeCompare(other.name));
  return top.branches;
}

/** The ids of the namespaces that hold a namespace, the outermost first. */
export function above(id: string): string[] {
  const parts = id.split('.');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('.'));
}
