import { inBoth } from '../../locales/texts.ts';

const danish = { title: 'Svar', from: (name: string) => `Fra ${name}`, steps: { sent: 'Sendt' }, thirds: ['primo'] };
const english = { title: 'Answer', from: (name: string) => `From ${name}`, steps: { sent: 'Sent' }, thirds: ['early'] };

test('a text reads in either language', () => {
  const texts = inBoth({ da: danish, en: english });
  expect(texts.da.from('Ida')).toBe('Fra Ida');
  expect(texts.en.from('Ida')).toBe('From Ida');
});
