import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedDatabase } from '../../bot/database/embedded/embedded-database.ts';
import { people } from '../sample-domain.ts';
import { owners, submitted, wish } from './cluster/acts.ts';
import { allWell, audit } from './cluster/audit.ts';
import { atRest, openTestScene } from './cluster/in-jest.ts';
import type { Scene } from './cluster/scene.ts';

const environmentFolder = resolve(import.meta.dirname, '../../.data/python');

async function onOwnServer(run: (scene: Scene, server: Server) => Promise<void>): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'fault-database-'));
  const start = () =>
    startEmbeddedDatabase({
      dataFolder,
      searchPath: '',
      environmentFolder,
      keepsExpired: true,
      progress: () => undefined,
    });
  let database = await start();
  const portOf = () => Number(new URL(database.uri).port);
  try {
    const scene = await openTestScene({ server: portOf() });
    await scene.start();
    await scene.meet(people.leader, ...owners);
    try {
      await run(scene, {
        signal: (name) => void process.kill(database.serverPid, name),
        async restart() {
          await database.exited;
          await database.stop();
          database = await start();
          scene.follow(portOf());
        },
      });
    } finally {
      await scene.close();
    }
  } finally {
    await database.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

interface Server {
  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void;
  /** Starts it again on its data once it is gone. */
  restart(): Promise<void>;
}

/** A person who presses until they have a receipt, from before the fault until after it. */
function impatient(scene: Scene) {
  const { text, press } = wish(scene);
  return submitted(press, text, 150);
}

test.concurrent.each([5, 20, 60])(
  'the database stands still for %d s: what was pressed meanwhile is stored once',
  (seconds) =>
    onOwnServer(async (scene, server) => {
      const before = await impatient(scene);
      server.signal('SIGSTOP');
      const meanwhile = impatient(scene);
      await pause(seconds * 1000);
      server.signal('SIGCONT');
      const acknowledged = [before, await meanwhile, await impatient(scene)];
      await atRest(scene, 100);
      expect(await audit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
    }),
  240_000,
);

test.concurrent.each([5, 20, 60])(
  'the database is killed and comes back after %d s: what was acknowledged is there',
  (seconds) =>
    onOwnServer(async (scene, server) => {
      const before = await impatient(scene);
      const meanwhile = [impatient(scene), impatient(scene)];
      server.signal('SIGKILL');
      await pause(seconds * 1000);
      await server.restart();
      const acknowledged = [before, ...(await Promise.all(meanwhile)), await impatient(scene)];
      await atRest(scene, 100);
      expect(await audit(scene, acknowledged)).toMatchObject(allWell);
    }),
  240_000,
);

test.concurrent('a commit of which the bot does not hear is asked for again, and stored once', () =>
  onOwnServer(async (scene) => {
    const { text, press } = wish(scene);
    const commit = scene.wire.at({ command: 'commitTransaction', moment: 'after' });
    const acknowledged = submitted(press, text, 30);
    (await commit).breakOff();
    await acknowledged;
    await atRest(scene);
    expect(await audit(scene, [await acknowledged])).toMatchObject({ ...allWell, doubledMessages: [] });
  }));
