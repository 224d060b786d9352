import type { Log } from '../../bot/log-events.ts';

/** What must not compile: this file does not when it does. */
function misuse(log: Log): void {
  log.info({ port: 1 }, 'ready');
  // @ts-expect-error an event that the catalogue does not know
  log.info({}, 'something happened');
  // @ts-expect-error another level than the catalogue says
  log.error({ port: 1 }, 'ready');
  // @ts-expect-error a field that the event does not have
  log.info({ port: 1, text: 'Vikarer' }, 'ready');
  // @ts-expect-error a field that is missing
  log.info({}, 'ready');
}

test('the catalogue of log events is held by the compiler', () => {
  expect(misuse).toBeInstanceOf(Function);
});
