import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { teamsLimits } from '../../../cards/render/limits.ts';

/** The package's main file cannot be required in Node (ESM without extensions); its bundle can, and needs no browser. */
const parser: typeof AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.min.js');

/** Lists what Microsoft's own parser finds in a card: unknown members, wrong values, double ids, missing labels. */
export function complaintsAbout(json: object): string[] {
  const { card, context } = parse(json);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const { validationEvents } = card.validateProperties();
  return [...parsing, ...validationEvents.map(({ message }) => message)];
}

/** The card as the parser understood it. */
export function parsedAgain(json: object): unknown {
  const { card, context } = parse(json);
  return card.toJSON(context);
}

function parse(json: object) {
  // Its pattern for languages keeps its place from one card to the next and so refuses every second "da".
  const { regEx } = parser.CardElement.langProperty;
  if (regEx) regEx.lastIndex = 0;
  const context = new parser.SerializationContext(parser.Versions.v1_5);
  const card = new parser.AdaptiveCard();
  card.hostConfig = new parser.HostConfig({ actions: { maxActions: teamsLimits.actionsInCard } });
  card.parse(json, context);
  return { card, context };
}
