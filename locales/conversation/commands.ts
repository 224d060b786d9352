import type { ActionName } from '../../domain/index.ts';

/**
 * The words that people may write as commands. Everybody may use the words of both languages. They are compared in lower
 * case, without a leading slash or a closing mark.
 */
export const commands: ReadonlyArray<{
  words: readonly string[];
  action: ActionName;
  input: Readonly<Record<string, string>>;
}> = [
  {
    action: 'help',
    input: {},
    words: ['', 'hjælp', 'hjaelp', 'help', 'hej', 'goddag', 'hello', 'hi', 'start', 'menu', '?'],
  },
  { action: 'open-request-form', input: {}, words: ['nyt', 'nyt ønske', 'ønske', 'new', 'new request', 'request'] },
  {
    action: 'list-mine',
    input: {},
    words: ['mine', 'mine ønsker', 'status', 'my requests', 'mine requests'],
  },
  { action: 'list-inbox', input: {}, words: ['indbakke', 'min indbakke', 'inbox', 'my inbox'] },
  { action: 'open-follow-form', input: {}, words: ['indbakke her', 'vis indbakken her', 'inbox here'] },
  { action: 'unfollow-unit', input: {}, words: ['stop indbakke', 'stop inbox'] },
  { action: 'show-digest', input: {}, words: ['overblik', 'mit område', 'digest', 'overview', 'my area'] },
  { action: 'open-campaign-form', input: {}, words: ['kampagne', 'ny kampagne', 'campaign', 'new campaign'] },
  {
    action: 'list-parked',
    input: {},
    words: ['hvad sidder fast', 'hvad der sidder fast', 'sidder fast', 'what is stuck', 'stuck', 'parked'],
  },
  {
    action: 'list-campaigns',
    input: {},
    words: [
      ...['kampagner', 'vis kampagner', 'stop kampagne', 'stop kampagnen'],
      ...['campaigns', 'show campaigns', 'stop campaign', 'stop the campaign'],
    ],
  },
  { action: 'set-prompts', input: { prompts: 'stop' }, words: ['stop', 'stop opfordringer', 'stop prompts'] },
  {
    action: 'set-prompts',
    input: { prompts: 'resume' },
    words: ['start opfordringer', 'resume prompts', 'start prompts'],
  },
  {
    action: 'set-language',
    input: { language: 'da' },
    words: ['dansk', 'danish', 'skift til dansk', 'switch to danish'],
  },
  {
    action: 'set-language',
    input: { language: 'en' },
    words: ['engelsk', 'english', 'skift til engelsk', 'switch to english'],
  },
];
