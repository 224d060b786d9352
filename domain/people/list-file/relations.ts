import type { ListProblem } from './list-problem.ts';
import { isEmail } from './row.ts';

/** What a row says about who it is and who its manager is; e-mails in lower case, '' when there is none. */
export interface Tie {
  line: number;
  email: string;
  managerEmail: string;
  entraObjectId: string;
}

/**
 * What is wrong between rows: the same e-mail or Entra id twice, a manager who is in no row, managers in a ring. `unreadable` are
 * the e-mails of rows whose other values could not be read: they count as known managers and nothing more.
 */
export function relationProblems(ties: readonly Tie[], unreadable: ReadonlySet<string>): ListProblem[] {
  const problems: ListProblem[] = [];
  const byEmail = new Map<string, Tie>();
  for (const tie of ties) {
    const { line, email } = tie;
    const first = byEmail.get(email);
    if (first) problems.push({ code: 'email-twice', line, firstLine: first.line, email });
    else if (email !== '') byEmail.set(email, tie);
  }
  const byObject = new Map<string, number>();
  for (const { line, entraObjectId: value } of ties) {
    const firstLine = byObject.get(value);
    if (firstLine !== undefined) problems.push({ code: 'entra-twice', line, firstLine, value });
    else if (value !== '') byObject.set(value, line);
  }
  for (const { line, managerEmail } of ties) {
    const isKnown = byEmail.has(managerEmail) || unreadable.has(managerEmail);
    if (isEmail(managerEmail) && !isKnown) problems.push({ code: 'manager-unknown', line, email: managerEmail });
  }
  return [...problems, ...rings(byEmail)];
}

/** Each ring once: everybody's chain of managers is followed up to somebody who was passed before. */
function rings(byEmail: ReadonlyMap<string, Tie>): ListProblem[] {
  const problems: ListProblem[] = [];
  const passed = new Set<Tie>();
  for (const start of byEmail.values()) {
    const chain: Tie[] = [];
    let tie: Tie | undefined = start;
    while (tie && !passed.has(tie)) {
      passed.add(tie);
      chain.push(tie);
      tie = byEmail.get(tie.managerEmail);
    }
    const members = tie && chain.includes(tie) ? chain.slice(chain.indexOf(tie)) : [];
    if (members.length > 0) {
      problems.push({
        code: 'manager-ring',
        line: members.reduce((first, { line }) => Math.min(first, line), Number.POSITIVE_INFINITY),
        members: members.map(({ line, email }) => ({ line, email })),
      });
    }
  }
  return problems;
}
