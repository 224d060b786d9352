import { campaignsCard } from '../../cards/campaigns/campaign.ts';
import type { CampaignProgress } from '../../domain/campaigns/campaign-progress.ts';
import type { CampaignId, PersonId } from '../../domain/ids.ts';
import { idOf } from '../ids.ts';
import { tuesdayMorning } from '../sample-domain.ts';

const campaign: CampaignProgress['campaign'] = {
  id: idOf<CampaignId>('1'),
  question: 'Hvad er besværligt?',
  administration: null,
  startedBy: idOf<PersonId>('2'),
  startedAt: tuesdayMorning,
  cancelledAt: null,
  cancelledBy: null,
};

test.each([
  [0, 117, 'I gang, 0 af 117 ledere spurgt indtil nu'],
  [41, 76, 'I gang, 41 af 117 ledere spurgt indtil nu'],
  [117, 0, 'Færdig, 117 ledere spurgt'],
])('of a campaign that has asked %s leaders while %s wait, the list says “%s”', (asked, waiting, said) => {
  const [list] = campaignsCard([{ campaign, asked, waiting }], 'da').blocks;
  expect(list).toMatchObject({ block: 'list', items: [{ detail: said }] });
});
