/** What the models say of a text that tells neither area nor kind. */
export const nothing = 'nothing';
export type Nothing = typeof nothing;
