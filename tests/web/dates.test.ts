import { dayLabel, momentLabel, timeLabel } from '../../web/playground/dates.ts';

test('times are those of Denmark, in winter and in summer', () => {
  expect(timeLabel('2026-11-24T08:02:00Z')).toBe('9.02');
  expect(timeLabel('2026-06-24T08:02:00Z')).toBe('10.02');
});

test('a moment just before midnight in London is on the next day', () => {
  expect(dayLabel('2026-11-24T23:30:00Z')).toBe('onsdag 25. november');
});

test('the clock speaks as people do', () => {
  expect(momentLabel('2026-11-24T08:02:00Z')).toBe('tirsdag 24. november 2026 kl. 9.02');
});
