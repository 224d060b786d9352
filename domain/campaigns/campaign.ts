import type { AdministrationId, CampaignId, PersonId } from '../ids.ts';

/** A round of asking: everyone in the audience gets one prompt. */
export interface Campaign {
  id: CampaignId;
  question: string;
  /** An administration, or null for every leader of the organisation. */
  administration: AdministrationId | null;
  startedBy: PersonId;
  startedAt: Date;
}
