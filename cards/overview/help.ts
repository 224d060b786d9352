import type { HelpTopic } from '../../domain/conversation/intents/intent.ts';
import { type Organisation, unitName } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import { hasRole, isAdmin, maySubmit } from '../../domain/people/roles.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { helpTexts } from '../../locales/overview/help.ts';
import type { ActionRef, Block, Card } from '../card.ts';
import { button, oneObvious, text } from '../parts.ts';

/**
 * The card of the first meeting and of help: the actions that this person, with these roles, has.
 * @param topic what they hear first; null: the greeting and what the bot is for
 */
export function helpCard(
  person: Person,
  organisation: Organisation,
  language: Language,
  topic: HelpTopic | null = null,
): Card {
  const words = helpTexts[language];
  const firstName = person.name.split(' ')[0] ?? person.name;
  const blocks: Block[] = [
    text(topic ? topicWords(person, topic, language) : words.greeting(firstName, organisation.name)),
  ];
  const tell = (sentence: string) => {
    if (!topic) blocks.push(text(sentence));
  };
  const actions: ActionRef[] = [];
  if (maySubmit(person)) {
    tell(words.leader);
    actions.push(button('open-request-form', words.write, {}, 'primary'), button('list-mine', words.mine));
  }
  if (hasRole(person, 'processOwner') && person.unit) {
    tell(words.processOwner(unitName(organisation, person.unit)));
    actions.push(button('list-inbox', words.inbox, {}, 'primary'));
  }
  if (hasRole(person, 'manager')) {
    tell(words.manager);
    actions.push(button('show-digest', words.digest));
  }
  if (hasRole(person, 'admin')) {
    const parked = { title: words.parked, detail: words.parkedHint, open: button('list-parked', words.see) };
    const campaigns = {
      title: words.campaigns,
      detail: words.campaignsHint,
      open: button('list-campaigns', words.see),
    };
    const items = [campaigns, parked].map((item) => ({ ...item, mood: 'neutral' as const }));
    if (!topic) blocks.push(text(words.admin), { block: 'list', items });
    actions.push(button('open-campaign-form', words.campaign, {}, 'primary'));
  }
  if (!topic) actions.push(button('set-language', words.otherLanguage, { language: language === 'da' ? 'en' : 'da' }));
  return {
    name: 'help',
    title: topic ? words.topicTitle : maySubmit(person) ? words.title : words.work,
    blocks,
    actions: oneObvious(actions),
  };
}

/** What a person with these roles hears of a topic. */
function topicWords(person: Person, topic: HelpTopic, language: Language): string {
  const { topics, topicsOfOthers, topicsOfAdmins } = helpTexts[language];
  const forAdmin = isAdmin(person) ? topicsOfAdmins[topic] : undefined;
  const forOthers = maySubmit(person) ? undefined : topicsOfOthers[topic];
  return forAdmin ?? forOthers ?? topics[topic];
}
