/** What can come with a message that the bot cannot read, by what the person can do instead. */
export const unreadKinds = ['voice', 'sticker', 'code', 'loop', 'file-link', 'text-file', 'other'] as const;
export type Unread = (typeof unreadKinds)[number];

/** These are worth a word only where nothing else of the message could be read. */
export const passedOver: ReadonlySet<Unread> = new Set<Unread>(['sticker', 'other']);
