import { people } from '../sample-domain.ts';
import { owners, press, promptsIn, startsCampaign, submits } from './cluster/acts.ts';
import { allWell } from './cluster/audit.ts';
import { openTestScene, restAndAudit } from './cluster/in-jest.ts';
import type { Scene } from './cluster/scene.ts';

let scene: Scene;
afterEach(() => scene?.close());

/** Prompts that a bot may have claimed at once: the places of news and nudges in jobs/dispatch.ts. */
const places = 12;

test.each([1, 3])(
  'a campaign that is cancelled in mid-send, on %d bots, sends no prompt but those under way',
  async (bots) => {
    scene = await openTestScene();
    const before = await Promise.all(Array.from({ length: bots }, () => scene.start()));
    await scene.meet(people.leader, people.admin, ...owners);
    for (const [platform, call] of [
      ['teams', 'POST'],
      ['slack', 'chat.postMessage'],
    ] as const)
      scene.simulator.faults.next({ platform, call, times: 1000, delayMs: 400 });
    await startsCampaign(scene);
    await scene.until('the campaign has begun', () => promptsIn(scene).length >= 20);
    const { _id: campaignId } = await scene.database.stored.campaigns.findOne().orFail().lean();
    const { status, said } = await press(scene, people.admin, 'cancel-campaign', { campaignId }).go();
    expect(status).toBe(200);
    expect(said).toContain('Stoppet den');
    const atCommit = promptsIn(scene).length;
    const acknowledged = await submits(scene);
    scene.simulator.faults.end();
    expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
    const sent = promptsIn(scene).length;
    expect(sent).toBeGreaterThanOrEqual(atCommit);
    expect(sent).toBeLessThanOrEqual(atCommit + bots * places);
    const { deliveries, outbox } = scene.database.stored;
    const lines = await deliveries.find({ kind: 'campaign-prompt' }).lean();
    const leaders = scene.people.filter(({ roles }) => roles.includes('leader')).length;
    expect(lines.filter(({ result }) => result === 'sent')).toHaveLength(sent);
    expect(lines).toHaveLength(leaders);
    expect(sent).toBeLessThan(leaders);
    expect(await outbox.countDocuments({ 'message.kind': 'campaign-prompt' })).toBe(0);
    await press(scene, people.admin, 'show-campaign', { campaignId }).go();
    expect(JSON.stringify(scene.simulator.teams(people.admin).messages().at(-1))).toContain(`${sent} ledere`);
    expect(before.every((bot) => bot.alive())).toBe(true);
  },
);
