import { type ChildProcess, fork } from 'node:child_process';

/** The functions that a program of the benchmark offers its parent, by name; arguments and results pass as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: only as the bound of a type parameter; each call is checked against its own
type Answers<Program> = { [Name in keyof Program]: (...args: any[]) => unknown };

interface Question {
  id: number;
  name: string;
  args: unknown[];
}

type Reply = { id: number; value?: unknown; error?: string };

export interface Running<Program extends Answers<Program>> {
  ask<Name extends keyof Program & string>(
    name: Name,
    ...args: Parameters<Program[Name]>
  ): Promise<Awaited<ReturnType<Program[Name]>>>;
  stop(): Promise<void>;
}

/** Runs a file in its own process and drops its standard output. */
export function startProgram<Program extends Answers<Program>>(file: URL): Running<Program> {
  const child = fork(file, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const waiting = new Map<number, (reply: Reply) => void>();
  const exited = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      for (const [id, settle] of waiting) settle({ id, error: `${file.pathname} ended with status ${code}` });
      resolve();
    });
  });
  child.on('message', (reply: Reply) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  let lastId = 0;
  return {
    async ask(name, ...args) {
      lastId += 1;
      const id = lastId;
      const reply = await new Promise<Reply>((resolve) => {
        waiting.set(id, resolve);
        child.send({ id, name, args } satisfies Question);
      });
      if (reply.error !== undefined) throw new Error(reply.error);
      return reply.value as never;
    },
    stop: () => end(child, exited),
  };
}

async function end(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.connected) child.disconnect();
  await exited;
}

/** In the child: answers the parent's calls until the parent disconnects, and ends then. */
export function answerParent<Program extends Answers<Program>>(program: Program): void {
  const answer = async ({ id, name, args }: Question): Promise<Reply> => {
    try {
      return { id, value: await program[name as keyof Program](...args) };
    } catch (error) {
      return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  process.on('message', async (question: Question) => process.send?.(await answer(question)));
  process.once('disconnect', () => process.exit());
}
