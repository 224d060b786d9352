import { inBoth } from '../texts.ts';

/** The ways in which an installation in Slack can end. */
export type Outcome =
  | { outcome: 'connected'; organisation: string; enterprise: boolean }
  | { outcome: 'installed'; tenant: string }
  | { outcome: 'elsewhere'; tenant: string }
  | { outcome: 'denied' | 'stale' | 'link' | 'refused' | 'unavailable' };

interface PageText {
  title: string;
  lines: readonly string[];
}

/** The page that the browser shows to the person who has installed the app in Slack. */
export const installTexts = inBoth<(outcome: Outcome) => PageText>({
  da: (outcome) => {
    switch (outcome.outcome) {
      case 'connected':
        return {
          title: 'Forenklingsbot er klar i Slack',
          lines: [
            `Jeres Slack hører nu til ${outcome.organisation}.`,
            outcome.enterprise
              ? 'Vælg nu i Slacks administration, hvilke workspaces botten skal være i.'
              : 'Åbn Slack, find Forenklingsbot under Apps, og skriv ”hjælp”.',
            'Du kan lukke siden.',
          ],
        };
      case 'installed':
        return {
          title: 'Forenklingsbot er installeret, men ikke åben endnu',
          lines: [
            'Botten ved ikke, hvilken kommune jeres Slack hører til. Indtil det er på plads, svarer den ingen.',
            `Giv dette id til den, der driver botten: ${outcome.tenant}`,
          ],
        };
      case 'elsewhere':
        return {
          title: 'Jeres Slack hører til en anden kommune',
          lines: [
            'Botten er installeret, men linket var til en anden kommune end den, jeres Slack hører til. Intet er ændret.',
            `Skriv til den, der driver botten, og send dette id: ${outcome.tenant}`,
          ],
        };
      case 'denied':
        return {
          title: 'Botten blev ikke installeret',
          lines: ['Du sagde nej i Slack. Du kan bruge linket igen.'],
        };
      case 'stale':
        return {
          title: 'Begynd forfra',
          lines: [
            'Der gik for lang tid, eller du skiftede browser undervejs.',
            'Åbn linket, du fik, igen. Gør det færdigt i samme browser inden for 10 minutter.',
          ],
        };
      case 'link':
        return {
          title: 'Linket gælder ikke længere',
          lines: ['Et link kan bruges én gang og gælder i tre dage. Bed den, der driver botten, om et nyt.'],
        };
      case 'refused':
        return {
          title: 'Slack sagde nej',
          lines: [
            'Botten blev ikke installeret. Prøv en gang til. Går det galt igen, så skriv til den, der driver botten.',
          ],
        };
      case 'unavailable':
        return { title: 'Slack svarer ikke', lines: ['Botten blev ikke installeret. Vent lidt, og åbn linket igen.'] };
    }
  },
  en: (outcome) => {
    switch (outcome.outcome) {
      case 'connected':
        return {
          title: 'Forenklingsbot is ready in Slack',
          lines: [
            `Your Slack now belongs to ${outcome.organisation}.`,
            outcome.enterprise
              ? 'Now choose in Slack’s administration which workspaces the bot is to be in.'
              : 'Open Slack, find Forenklingsbot under Apps and write “help”.',
            'You can close this page.',
          ],
        };
      case 'installed':
        return {
          title: 'Forenklingsbot is installed, but not open yet',
          lines: [
            'The bot does not know which municipality your Slack belongs to. Until that is settled it answers nobody.',
            `Give this id to whoever runs the bot: ${outcome.tenant}`,
          ],
        };
      case 'elsewhere':
        return {
          title: 'Your Slack belongs to another municipality',
          lines: [
            'The bot is installed, but the link was for another municipality than the one that your Slack belongs to. Nothing has changed.',
            `Write to whoever runs the bot and send this id: ${outcome.tenant}`,
          ],
        };
      case 'denied':
        return { title: 'The bot was not installed', lines: ['You said no in Slack. You can use the link again.'] };
      case 'stale':
        return {
          title: 'Please start again',
          lines: [
            'It took too long, or you changed browsers on the way.',
            'Open the link that you were given again. Finish in the same browser within 10 minutes.',
          ],
        };
      case 'link':
        return {
          title: 'The link is no longer valid',
          lines: ['A link can be used once, within three days. Ask whoever runs the bot for a new one.'],
        };
      case 'refused':
        return {
          title: 'Slack said no',
          lines: ['The bot was not installed. Please try once more. If it fails again, write to whoever runs the bot.'],
        };
      case 'unavailable':
        return {
          title: 'Slack does not answer',
          lines: ['The bot was not installed. Wait a little and open the link again.'],
        };
    }
  },
});
