import { text } from '../../cards/parts.ts';
import { inboxCard, requestItem } from '../../cards/requests/lists.ts';
import type { Burden } from '../../domain/requests/record/request.ts';
import { answer, request } from '../../scripts/cards/sample-domain.ts';
import { readSaid } from '../../scripts/cards/sample-words.ts';

const { shortest: said } = readSaid();

const nothing = { standsIn: false, units: [], overdueElsewhere: 0, requests: [], from: 0, next: 0, turned: false };

test.each([[], ['Koncern HR']])(
  'no inbox says that all is answered while something is overdue elsewhere (%s)',
  (...units) => {
    const { blocks } = inboxCard({ ...nothing, standsIn: true, units, overdueElsewhere: 8 }, 'da');
    expect(JSON.stringify(blocks)).not.toContain('Alle er besvaret');
    expect(blocks).toContainEqual({
      block: 'status',
      text: '8 ønsker har ikke fået svar i tide i enheder, som andre svarer for.',
      mood: 'late',
    });
  },
);

test('the inbox of an administrator says that every unit has an owner, and not that all is answered', () => {
  expect(inboxCard({ ...nothing, standsIn: true }, 'da')).toMatchObject({
    title: 'Indbakke',
    blocks: [text('Alle enheder har en procesejer, så ingen ønsker venter på dig.')],
  });
});

const line = (burden: Partial<Burden>, of: { isOwn: boolean; ofUnit?: boolean } = { isOwn: false }) => {
  const known = { minutesPerTime: null, timesPerMonth: null, peopleAffected: null, ...burden };
  return requestItem({ request: request(said, { burden: known }), unit: 'Koncern HR', overdue: false }, of, 'da');
};

test('a line of a list leads with what is hard, then how it stands and what it costs, and ends with unit and number', () => {
  const { title, ...rest } = line({ minutesPerTime: 20, timesPerMonth: 10, peopleAffected: 1 });
  expect(said.request.startsWith(title.replace(' …', ''))).toBe(true);
  expect(rest).toMatchObject({
    detail: 'Ny, svar senest den 22. december 2026 · ca. 40 timer om året',
    small: 'Koncern HR · FØ-2026-0042',
  });
});

test('a line names no unit that the heading names', () => {
  expect(line({}, { isOwn: false, ofUnit: true }).small).toBe('FØ-2026-0042');
});

test.each([
  [{ minutesPerTime: 20, timesPerMonth: 10 }, undefined],
  [{ minutesPerTime: 5, timesPerMonth: 0.5, peopleAffected: 1 }, 'under en time om året'],
  [{ minutesPerTime: 5, timesPerMonth: 1, peopleAffected: 1 }, 'ca. 1 time om året'],
  [{ minutesPerTime: 7, timesPerMonth: 10, peopleAffected: 3 }, 'ca. 42 timer om året'],
  [{ minutesPerTime: 17, timesPerMonth: 21, peopleAffected: 123 }, 'ca. 8.800 timer om året'],
])('the burden %j costs: %s', (burden, said) => {
  expect(line(burden).detail.split(' · ')[1]).toBe(said);
});

test('a promise whose time has passed is late, and a trial promises nothing', () => {
  const shown = (decision: 'planned' | 'trial', late: boolean) => {
    const one = request(said, { state: 'answered', answer: answer(said, decision) });
    return requestItem({ request: one, unit: 'Koncern HR', overdue: false, late }, { isOwn: true }, 'da');
  };
  expect(shown('planned', true)).toMatchObject({ detail: 'Forsinket, lovet: 1. halvår 2027', mood: 'late' });
  expect(shown('planned', false)).toMatchObject({ detail: 'Besvaret, lovet: 1. halvår 2027', mood: 'good' });
  expect(shown('trial', false)).toMatchObject({ detail: 'Besvaret, prøves af: til 30. juni 2027' });
});
