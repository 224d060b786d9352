import type { Form } from '../../../cards/card.ts';
import { separateFields, unpackAction } from '../../../cards/packed-action.ts';
import { renderAdaptiveForm } from '../../../cards/render/adaptive/card.ts';
import { checkAdaptiveCard } from '../../../cards/render/adaptive/check.ts';
import { complaintsAbout } from './published-parser.ts';
import { everyField, fieldWith, nonce, sampleForm, show } from './sample-cards.ts';

const formOf = (changes: Partial<Form>, language: 'da' | 'en' = 'da') =>
  renderAdaptiveForm({ ...sampleForm, intro: [], ...changes }, nonce, language);
const bodyOf = (changes: Partial<Form>, language?: 'da' | 'en') => formOf(changes, language).body.slice(1);

test('a form with every field is fit for Teams and for the published parser', () => {
  const json = renderAdaptiveForm(sampleForm, nonce, 'da');
  expect(checkAdaptiveCard(json)).toEqual([]);
  expect(complaintsAbout(json)).toEqual([]);
});

test('each field is the input of its kind, filled in', () => {
  expect(bodyOf({}).filter(({ type }) => type.startsWith('Input.'))).toEqual([
    {
      type: 'Input.Text',
      id: 'field.text',
      label: 'Hvad er unødigt besværligt?',
      isRequired: true,
      errorMessage: 'Skal udfyldes.',
      isMultiline: true,
      maxLength: 3000,
      value: 'Vi taster fravær to steder.\nÉn gang burde være nok.',
    },
    {
      type: 'Input.ChoiceSet',
      id: 'field.area',
      label: 'Hvad handler det om?',
      isRequired: false,
      style: 'compact',
      choices: [
        { title: 'Personale og løn', value: 'personale' },
        { title: 'It og systemer', value: 'it' },
      ],
      value: 'it',
      placeholder: 'Vælg',
      wrap: true,
    },
    {
      type: 'Input.Number',
      id: 'field.minutesPerTime',
      label: 'Minutter hver gang',
      isRequired: false,
      errorMessage: 'Tallet er for stort eller for lille.',
      min: 0,
      max: 600,
      value: 7.5,
    },
    {
      type: 'Input.Toggle',
      id: 'field.anonymous',
      title: 'Vis ikke mit navn',
      value: 'true',
      valueOn: 'true',
      valueOff: 'false',
      wrap: true,
    },
  ]);
});

test('markdown in the title of a toggle is escaped', () => {
  const [input] = bodyOf({ fields: [fieldWith('toggle', { label: '[x](javascript:y)' })] });
  expect(input).toMatchObject({ title: '\\[x\\](javascript:y)' });
});

test('names a missing answer in the language of the reader', () => {
  expect(bodyOf({}, 'en')[0]).toMatchObject({ errorMessage: 'Please fill this in.' });
});

test('a problem stands right below its field and is announced on top', () => {
  const body = bodyOf({ problems: { area: 'Vælg en af mulighederne.' } });
  const said = (text: string) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, color: 'Attention', weight: 'Bolder' }],
  });
  expect(body[0]).toEqual(said('⚠ Noget skal rettes. Se felterne nedenfor – det, du har skrevet, er her stadig.'));
  const field = body.findIndex((element) => 'id' in element && element.id === 'field.area');
  expect(body[field + 1]).toEqual({ ...said('⚠ Vælg en af mulighederne.'), spacing: 'Small' });
});

test('the problem of a field that is not shown stands on top', () => {
  const body = bodyOf({ fields: [], problems: { requestId: 'Ønsket er kommet videre.' } });
  expect(body[1]).toMatchObject({ inlines: [{ text: '⚠ Ønsket er kommet videre.' }] });
});

test('a hint stands below its field', () => {
  expect(bodyOf({})[1]).toEqual({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: 'Skriv ingen CPR-numre.', isSubtle: true }],
    spacing: 'Small',
  });
});

test('the button sends the inputs and cancelling does not', () => {
  const [submit, cancel] = formOf({}).actions;
  expect(submit).toMatchObject({ verb: 'submit-request', title: 'Send ønsket', style: 'positive' });
  expect(submit).not.toHaveProperty('associatedInputs');
  expect(cancel).toMatchObject({ verb: 'list-mine', associatedInputs: 'none', fallback: { associatedInputs: 'none' } });
});

test('a button in the introduction does not wait for the inputs', () => {
  const items = [{ title: 'F-1', detail: 'x', mood: 'good', open: show }] as const;
  expect(JSON.stringify(bodyOf({ intro: [{ block: 'list', items }] }))).toContain('"associatedInputs":"none"');
});

test('reads the action and the fields from a client’s reply', () => {
  const { actions, body } = formOf({});
  const values = body.flatMap((element) => ('id' in element ? [[element.id, element.value]] : []));
  const [submit] = actions;
  const data = submit && 'data' in submit ? submit.data : {};
  const parts = separateFields({ ...data, ...Object.fromEntries(values) });
  expect(unpackAction(parts?.packed)).toEqual({ action: 'submit-request', input: { draftId: 'd1' }, nonce });
  expect(parts?.fields).toEqual({
    text: 'Vi taster fravær to steder.\nÉn gang burde være nok.',
    area: 'it',
    minutesPerTime: '7.5',
    anonymous: 'true',
  });
});

test.each(['mange', '700', '-1', '1e3'])('keeps %s in a number field, so that the person can correct it', (value) => {
  const [input] = bodyOf({ fields: [fieldWith('number', { value })] });
  expect(input).toMatchObject({ type: 'Input.Text', id: 'field.minutesPerTime', value });
});

test('an empty number is an empty number input', () => {
  const [input] = bodyOf({ fields: [fieldWith('number', { value: '' })] });
  expect(input).toMatchObject({ type: 'Input.Number' });
  expect(input).not.toHaveProperty('value');
});

test('finds a field that occurs twice', () => {
  const json = formOf({ fields: [...everyField, ...everyField.slice(0, 1)] });
  expect(checkAdaptiveCard(json)).toEqual(['field.text: the id is there twice']);
});
