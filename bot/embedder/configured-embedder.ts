import type { Embedder } from '../../domain/text/embedder.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../log.ts';
import { httpEmbedder } from './http-embedder.ts';
import { pythonOfEmbedder } from './install-embedder.ts';
import { startLocalEmbedder } from './local-embedder.ts';

interface ConfiguredEmbedder {
  embedder: Embedder | null;
  stop(): Promise<void>;
}

/** Opens the embedder that the configuration names. The bot starts without waiting for it, and goes on when it ends. */
export function openConfiguredEmbedder(
  { embedder: configured, dataFolder }: Pick<Config, 'embedder' | 'dataFolder'>,
  log: Log,
): ConfiguredEmbedder {
  const failed = (error: unknown) => log.warn({ err: error }, 'embedder not answering');
  const nothing = { embedder: null, stop: async () => undefined };
  if (configured === null) return nothing;
  if (configured !== 'local') return { ...nothing, embedder: httpEmbedder(configured, { failed }) };
  const python = pythonOfEmbedder(dataFolder);
  if (python === null) {
    log.warn({ command: 'npm run admin -- embedder install' }, 'embedder not installed');
    return nothing;
  }
  return startLocalEmbedder(python, {
    started: (fact) => log.info(fact, 'embedder started'),
    ended: (fact) => log.warn(fact, 'embedder ended'),
    failed,
  });
}
