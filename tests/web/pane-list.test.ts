import { formatPanes, mostPanes, type PaneKey, parsePanes } from '../../web/playground/pane-list.ts';

const panes: PaneKey[] = [
  { platform: 'teams', email: 'mette.holm@fjordby.example', room: null },
  { platform: 'slack', email: 'henrik.toft@fjordby.example', room: 'C0KONCERN/1' },
];

test('keeps the panes and their order in the address of the page', () => {
  const hash = formatPanes(panes);
  expect(hash).toBe('#teams:mette.holm@fjordby.example,slack:henrik.toft@fjordby.example/C0KONCERN%2F1');
  expect(parsePanes(hash)).toEqual({ panes, unknown: [] });
});

test('writes no hash without panes', () => {
  expect(formatPanes([])).toBe('');
  expect(parsePanes('')).toEqual({ panes: [], unknown: [] });
});

test('opens one pane for a chat named twice', () => {
  expect(parsePanes('#teams:a@b.dk,teams:a@b.dk')).toEqual({
    panes: [{ platform: 'teams', email: 'a@b.dk', room: null }],
    unknown: [],
  });
});

test('says which part of the address is not a pane', () => {
  expect(parsePanes('#webex:a@b.dk,teams:nobody,slack:a@b.dk')).toEqual({
    panes: [{ platform: 'slack', email: 'a@b.dk', room: null }],
    unknown: ['webex:a@b.dk', 'teams:nobody'],
  });
});

test('opens no more panes than the browser has connections for', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => `teams:${name}@x.dk`);
  const { panes: opened, unknown } = parsePanes(`#${five.join(',')}`);
  expect(opened).toHaveLength(mostPanes);
  expect(unknown).toEqual(['teams:e@x.dk']);
});
