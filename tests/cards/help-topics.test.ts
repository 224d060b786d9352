import { helpCard } from '../../cards/overview/help.ts';
import type { HelpTopic } from '../../domain/conversation/intents/intent.ts';
import { openSample, people } from '../sample-domain.ts';

async function told(email: string, topic: HelpTopic): Promise<string> {
  const sample = await openSample();
  return JSON.stringify(helpCard(await sample.person(email), sample.organisation, 'da', topic).blocks);
}

test('tells an owner who goes away of the deadlines, and a leader of the answers', async () => {
  expect(await told(people.hr, 'away')).toContain('Fristerne løber');
  expect(await told(people.leader, 'away')).toContain('Svar på det, du har sendt');
});

test('tells the administrator to correct the list, and others to ask for that', async () => {
  expect(await told(people.admin, 'people')).toContain('Ret organisationslisten');
  expect(await told(people.hr, 'people')).toContain('Bed den, der passer listen');
});

test('speaks of no overview to people who have none', async () => {
  for (const email of [people.hr, people.admin]) expect(await told(email, 'report')).not.toContain('overblik');
});
