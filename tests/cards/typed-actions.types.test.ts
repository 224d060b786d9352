import { actionOf, formOf, textField } from '../../cards/card.ts';
import { button } from '../../cards/parts.ts';

const field = textField('Tekst', '', { maxLength: 100 });

test('lets a button hold exactly the input of its action', () => {
  const right = button('show-request', 'Vis', { request: 'r1' }, 'primary');
  const wrong = [
    // @ts-expect-error: the input is missing
    button('show-request', 'Vis'),
    // @ts-expect-error: the key is misspelt
    button('show-request', 'Vis', { requestId: 'r1' }),
    // @ts-expect-error: there is no such decision
    button('decide-join', 'Giv adgang', { joinId: 'j1', decision: 'maybe' }),
    // @ts-expect-error: no button may start what belongs to a message
    button('attach-files', 'Vedhæft', {}),
    // @ts-expect-error: there is no such action
    button('show-requests', 'Vis', {}),
  ];
  expect(right).toEqual({ action: 'show-request', input: { request: 'r1' }, label: 'Vis', style: 'primary' });
  expect(wrong).toHaveLength(5);
});

test('lets the refresh action of a card hold exactly its input', () => {
  const right = actionOf('refresh-request', { requestId: 'r1' });
  // @ts-expect-error: the key is misspelt
  const wrong = actionOf('refresh-request', { request: 'r1' });
  expect([right, wrong]).toEqual([
    { action: 'refresh-request', input: { requestId: 'r1' } },
    { action: 'refresh-request', input: { request: 'r1' } },
  ]);
});

test('lets a form hold and ask for exactly the input of its action', () => {
  const held = { requestId: 'r1' };
  const right = formOf('comment-on-request', held, 'Send', { text: field });
  const wrong = [
    // @ts-expect-error: the text is neither held nor asked for
    formOf('comment-on-request', held, 'Send', {}),
    // @ts-expect-error: the request is neither held nor asked for
    formOf('comment-on-request', {}, 'Send', { text: field }),
    // @ts-expect-error: the action takes no `words`
    formOf('comment-on-request', held, 'Send', { text: field, words: field }),
    // @ts-expect-error: the action takes no `request`
    formOf('comment-on-request', { requestId: 'r1', request: 'r1' }, 'Send', { text: field }),
  ];
  expect(right.fields).toEqual([{ ...field, id: 'text' }]);
  expect(wrong).toHaveLength(4);
});
