import { runManifestCommand } from './manifest/command.ts';

/** `npm run manifest -- teams|slack …`: scripts/manifest/command.ts says what it writes and how it ends. */
const { status, said, complained } = await runManifestCommand(process.argv.slice(2));
process.stdout.write(said);
process.stderr.write(complained);
process.exitCode = status;
