import { runAdminCommand } from './run-command.ts';

// The files of a command are for the user who runs it.
process.umask(0o077);
process.exitCode = await runAdminCommand(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
