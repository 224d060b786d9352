import { journalFile, keepLog, keepProcess, keepSecrets } from '../../run-log/kept.ts';
import { signingKeys } from '../../signing-keys.ts';
import { type Acknowledged, type Audit, audit } from './audit.ts';
import { openScene, type Scene, type SceneOptions } from './scene.ts';

/** A scene on the database server of this test run, whose guard ends its processes and whose log is searched. */
export function openTestScene(options: Partial<SceneOptions> = {}): Promise<Scene> {
  const server = process.env.TEST_MONGODB_URI;
  if (server === undefined) throw new Error('TEST_MONGODB_URI is not set: jest must run tests/global-setup.ts');
  return openScene({
    server: Number(new URL(server).port),
    keys: signingKeys,
    journal: journalFile(),
    hears: {
      process: ({ pid }) => keepProcess(pid),
      log: (line) => keepLog(`${line}\n`),
      secrets: keepSecrets,
    },
    ...options,
  });
}

/** Waits until nothing is left to deliver. */
export function atRest(scene: Scene, seconds = 60): Promise<void> {
  return scene.until('nothing waits', async () => (await audit(scene, [])).waiting.length === 0, seconds);
}

export async function restAndAudit(scene: Scene, ...acknowledged: Acknowledged[]): Promise<Audit> {
  await atRest(scene);
  return audit(scene, acknowledged);
}
