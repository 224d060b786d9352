import { type Clock, type ClockStep, loadClock, moveClock } from './api.ts';
import { momentLabel } from './dates.ts';
import { button, element } from './element.ts';
import { clockSteps, texts } from './texts.ts';

/** Half a minute, so that the minute shown is never far behind. */
const refreshEvery = 30_000;

/**
 * Fills `place` with the municipality's clock; leaves it empty when the clock cannot be moved.
 * @param moved gets the moment before each move (ISO 8601)
 */
export async function showClock(
  place: HTMLElement,
  moved: (before: string) => void,
  failed: (error: unknown) => void,
): Promise<void> {
  const first = await loadClock();
  if (first === null) return;
  const label = element('span', { class: 'clock-label', role: 'status', 'data-testid': 'clock' });
  const show = (clock: Clock | null) => {
    if (clock && label.textContent !== momentLabel(clock.now)) label.textContent = momentLabel(clock.now);
  };
  const move = async (step: ClockStep) => {
    place.setAttribute('aria-busy', 'true');
    await moveClock(step).then((clock) => {
      show(clock);
      moved(clock.before);
    }, failed);
    place.removeAttribute('aria-busy');
  };
  const steps = (Object.keys(clockSteps) as ClockStep[]).map((step) =>
    button({ 'data-testid': `clock-${step}` }, () => void move(step), clockSteps[step]),
  );
  show(first);
  place.replaceChildren(
    label,
    element('div', { role: 'group', 'aria-label': texts.clock, class: 'clock-steps' }, ...steps),
  );
  setInterval(() => void loadClock().then(show, failed), refreshEvery);
}
