import type { Connection } from 'mongoose';
import type { Campaign } from '../../domain/campaigns/campaign.ts';
import { date, model, optionalDate, optionalText, type Stored, text } from '../schema.ts';

/** The collection of campaigns. */
export function campaignCollections(connection: Connection) {
  return {
    campaigns: model<Stored<Campaign>>(
      connection,
      'campaigns',
      {
        _id: text,
        organisation: text,
        question: text,
        administration: optionalText,
        startedBy: text,
        startedAt: date,
        cancelledAt: optionalDate,
        cancelledBy: optionalText,
      },
      [[{ organisation: 1, startedAt: 1 }]],
    ),
  };
}

export type CampaignCollections = ReturnType<typeof campaignCollections>;
