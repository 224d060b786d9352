import { type House, openHouse } from '../../../running-bot.ts';
import { people } from '../../../sample-domain.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

test('a link that was opened is acknowledged, and nothing comes of it', async () => {
  const leader = house.on('slack', people.leader);
  await leader.says('hej');
  const client = house.simulator.slack(people.leader);
  const before = [...client.messages()];
  const logged = house.log.length;
  const { id } = before.at(-1) ?? { id: '' };
  const answer = await client.click({ message: id }, { type: 'button', block_id: 'b', action_id: 'link:0' });
  expect(answer.status).toBe(200);
  expect(client.messages()).toEqual(before);
  expect(house.log.slice(logged).filter((line) => line.includes('"action"'))).toEqual([]);
});
