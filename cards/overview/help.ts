import { type Organisation, unitName } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import { hasRole, maySubmit } from '../../domain/people/roles.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { helpTexts } from '../../locales/overview/help.ts';
import type { ActionRef, Block, Card } from '../card.ts';
import { button, oneObvious, text } from '../parts.ts';

/** The card of the first meeting and of help: the actions that this person, with these roles, has. */
export function helpCard(person: Person, organisation: Organisation, language: Language): Card {
  const words = helpTexts[language];
  const blocks: Block[] = [text(words.greeting(person.name.split(' ')[0] ?? person.name, organisation.name))];
  const actions: ActionRef[] = [];
  if (maySubmit(person)) {
    blocks.push(text(words.leader));
    actions.push(button('open-request-form', words.write, {}, 'primary'), button('list-mine', words.mine));
  }
  if (hasRole(person, 'processOwner') && person.unit) {
    blocks.push(text(words.processOwner(unitName(organisation, person.unit))));
    actions.push(button('list-inbox', words.inbox, {}, 'primary'));
  }
  if (hasRole(person, 'manager')) {
    blocks.push(text(words.manager));
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
    blocks.push(text(words.admin), { block: 'list', items });
    actions.push(button('open-campaign-form', words.campaign, {}, 'primary'));
  }
  actions.push(button('set-language', words.otherLanguage, { language: language === 'da' ? 'en' : 'da' }));
  return { name: 'help', title: words.title, blocks, actions: oneObvious(actions) };
}
