/** What somebody may mean by what they write to the bot. docs/danish.md describes each. */
export const intents = [
  'pain',
  'reply',
  'status',
  'mine',
  'withdraw',
  'change',
  'add',
  'known',
  'help',
  'who',
  'thanks',
  'greeting',
  'yes',
  'no',
  'cancel',
  'language',
  'snooze',
  'stop',
  'away',
  'human',
  'inbox',
  'priority',
  'overdue',
  'taken',
  'overview',
  'campaign',
  'start-campaign',
  'stuck',
  'people',
  'report',
  'other',
] as const;
export type Intent = (typeof intents)[number];

/** What stands open in the chat: a question about a request, a draft that waits to be sent, a yes or no just asked. */
export const pendings = ['none', 'question', 'draft', 'confirm'] as const;
export type Pending = (typeof pendings)[number];

/** A person's role as far as their words depend on it; a stranger is on no list. */
export const speakers = ['leader', 'processOwner', 'manager', 'admin', 'stranger'] as const;
export type Speaker = (typeof speakers)[number];

/** The intents whose words somebody else is to read, so that they must never be lost. */
export const kept: ReadonlySet<Intent> = new Set<Intent>(['pain', 'reply', 'add', 'change']);

/** What somebody may want to hear of before they hear what they can do. */
export const helpTopics = [
  'thanks',
  'agreed',
  'who',
  'human',
  'known',
  'away',
  'people',
  'report',
  'nothing-open',
  'not-yours',
  'unclear',
  'not-prompted',
] as const;
export type HelpTopic = (typeof helpTopics)[number];
