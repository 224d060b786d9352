import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import Runtime from 'jest-runtime';

const require = createRequire(import.meta.url);

/** The part of jest that reads tests and runs them keeps its handlers here. */
const handlersOfJest = Symbol.for('EVENT_HANDLERS');

/** Loads everything by Node's own loader, as the bot is loaded: TypeScript included, each module once in a process. */
export default class NodeRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    globalThis.jest = this.jestGlobals.jestObjectFor(this._testPath);
  }

  /** The sandbox of a file would have its own. */
  installGetBuiltinModule() {}

  /** Jest's part in a file begins anew with each. */
  requireInternalModule(path) {
    delete globalThis[handlersOfJest];
    delete require.cache[path];
    return require(path);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(path) {
    return import(pathToFileURL(path).href);
  }
}
