import { withoutEscapes } from '../../web/playground/teams/escapes.ts';
import { unknownTypes } from '../../web/playground/teams/unknown-types.ts';

describe('escapes', () => {
  test('are removed from TextBlocks at any depth', () => {
    const escaped = { type: 'TextBlock', text: 'FØ\\-1: 5 \\* 2\\!' };
    expect(withoutEscapes({ body: [{ type: 'Container', items: [escaped] }] })).toEqual({
      body: [{ type: 'Container', items: [{ type: 'TextBlock', text: 'FØ-1: 5 * 2!' }] }],
    });
  });

  test('stay in texts that are not markdown', () => {
    const card = {
      body: [
        { type: 'TextRun', text: 'C:\\*' },
        { type: 'TextBlock', text: 'C:\\mappe' },
      ],
    };
    expect(withoutEscapes(card)).toEqual(card);
  });
});

describe('unknown types', () => {
  const isKnown = (type: string) => ['TextBlock', 'ColumnSet', 'Action.Execute'].includes(type);

  test('are those that the package does not know and for which the card has no fallback', () => {
    const body = [
      { type: 'TextBlock', text: 'Svar' },
      { type: 'Chart.Line', data: [{ type: 'Chart.Point' }] },
      { type: 'Chart.Donut', fallback: { type: 'TextBlock', text: 'Tal' } },
      { type: 'ColumnSet', columns: [{ type: 'Column', items: [{ type: 'Icon' }] }] },
    ];
    const actions = [{ type: 'Action.Execute', data: { type: 'ours' } }];
    expect(unknownTypes({ type: 'AdaptiveCard', body, actions }, isKnown)).toEqual(['Chart.Line', 'Icon']);
  });
});
