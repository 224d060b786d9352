import type { ListedPerson } from '../../ports.ts';

/** A person as a list names them, and the line of the file. */
export type ListRow = ListedPerson & { line: number };
