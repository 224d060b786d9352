import type { Log } from '../../bot/log-events.ts';

/** Uses that must not compile: `tsc` fails when one of them does. */
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

test('the compiler holds log lines to the catalogue of events', () => {
  expect(misuse).toBeInstanceOf(Function);
});
