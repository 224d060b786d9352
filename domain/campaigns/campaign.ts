/** A round of asking: everyone in the audience gets one prompt. */
export interface Campaign {
  id: string;
  question: string;
  /** An administration, or null for every leader of the organisation. */
  administration: string | null;
  startedBy: string;
  startedAt: Date;
}
