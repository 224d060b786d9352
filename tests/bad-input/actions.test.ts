import { people } from '../sample-domain.ts';
import { act } from './act.ts';
import { request } from './table/buttons-and-forms.ts';
import { openStage, type Stage, said } from './table/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.bot?.close());

test.each(['teams', 'slack'] as const)(
  'in %s the bot ignores a field that no form has, even one called __proto__',
  async (platform) => {
    const { requests } = stage.bot.database.stored;
    for (const [index, field] of ['colour', '__proto__'].entries()) {
      const text = `${said}, ${platform} ${index}`;
      await act(stage.bot, platform, people.leader, request({ text, ...JSON.parse(`{"${field}":"admin"}`) }));
      expect(JSON.stringify(await requests.findOne({ text }).lean())).not.toContain('"admin"');
    }
    expect(await requests.countDocuments({ text: `${said}, ${platform} 0` })).toBe(1);
  },
);
