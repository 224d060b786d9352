import { runAdminCommand } from './run-command.ts';

process.exitCode = await runAdminCommand(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
