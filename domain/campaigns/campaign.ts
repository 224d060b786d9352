import type { AdministrationId, CampaignId, PersonId } from '../ids.ts';

/** A round of asking: each person in the audience gets one prompt. */
export interface Campaign {
  id: CampaignId;
  question: string;
  /** An administration; null means every leader of the organisation. */
  administration: AdministrationId | null;
  startedBy: PersonId;
  startedAt: Date;
  /** Null unless an administrator has stopped it. */
  cancelledAt: Date | null;
  cancelledBy: PersonId | null;
}
