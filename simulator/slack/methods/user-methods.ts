import type { Json } from '../../chats.ts';
import type { Credentials } from '../../credentials.ts';
import type { Identity } from '../../people.ts';
import { botUser, teamDomain } from '../bot-user.ts';
import { userName } from '../events/payloads.ts';
import { type Method, refuse } from './method.ts';

/** The bot itself, people, and the way to their direct messages. */
export const userMethods: Record<string, Method> = {
  'api.test': (args) => (typeof args.error === 'string' ? { ...refuse(args.error), args } : { ok: true, args }),

  'auth.test': (_args, { credentials }) => ({
    ok: true,
    url: `https://${teamDomain}.slack.com/`,
    team: teamDomain,
    user: botUser.name,
    team_id: credentials.slackTeamId,
    user_id: botUser.userId,
    bot_id: botUser.botId,
    is_enterprise_install: false,
  }),

  'users.info': ({ user, include_locale }, { people, credentials }) => {
    const person = people.find('slack', ({ slackUser }) => slackUser === user);
    if (!person) return refuse('user_not_found');
    return { ok: true, user: userOf(person, credentials, String(include_locale) === 'true') };
  },

  'users.lookupByEmail': ({ email }, { people, credentials }) => {
    const person = people.find('slack', (one) => one.email === email);
    return person ? { ok: true, user: userOf(person, credentials, false) } : refuse('users_not_found');
  },

  'conversations.open': ({ users, return_im }, { people }) => {
    const person = people.find('slack', ({ slackUser }) => slackUser === users);
    if (!person) return refuse('user_not_found');
    const { slackChannel: id, slackUser } = person;
    const channel = String(return_im) === 'true' ? { id, is_im: true, is_open: true, user: slackUser } : { id };
    return { ok: true, no_op: true, already_open: true, channel };
  },
};

/** As Slack describes a user to an app with users:read and users:read.email. */
function userOf(person: Identity, credentials: Credentials, withLocale: boolean): Json {
  const { slackUser: id, name, email, language, outsider, slackTeam: slackTeamId = credentials.slackTeamId } = person;
  const { slackEnterprise } = credentials;
  const enterprise = slackEnterprise && { id, enterprise_id: slackEnterprise.id, teams: [slackTeamId] };
  return {
    id,
    team_id: outsider === 'elsewhere' ? 'T0ELSEWHERE' : slackTeamId,
    name: userName(person),
    real_name: name,
    deleted: false,
    is_bot: false,
    is_app_user: false,
    is_restricted: outsider === 'guest',
    ...(outsider === 'elsewhere' ? { is_stranger: true } : {}),
    ...(enterprise ? { enterprise_user: enterprise } : {}),
    tz: 'Europe/Copenhagen',
    profile: { email, real_name: name, display_name: name, team: slackTeamId },
    ...person.slackUserFields,
    ...(withLocale ? { locale: language === 'da' ? 'da-DK' : 'en-GB' } : {}),
  };
}
