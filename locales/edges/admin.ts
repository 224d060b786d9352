import type { Platform } from '../../domain/vocabulary.ts';
import { inBoth } from '../texts.ts';

const platformNames: Readonly<Record<Platform, string>> = { teams: 'Teams', slack: 'Slack' };

/** The texts of the administrator's commands about themselves, connections, installation and undelivered messages. */
export const adminTexts = inBoth({
  da: {
    does: {
      organisation: 'viser, hvad en indstillingsfil ændrer; med --apply tilføjes eller ændres organisationen',
      'merge-units': 'viser, hvad der flyttes, når to enheder lægges sammen; gør det med --apply',
      'close-unit': 'det samme, når en enhed nedlægges; INTO er en enhed eller AREA=UNIT,AREA=UNIT',
      import: 'viser, hvad en liste ændrer; med --apply indlæses den',
      'undo-import': 'viser, hvad der ændres, når den seneste indlæsning fortrydes; med --apply fortrydes den',
      remove: 'lukker en person ude, uanset om listen eller en administrator lukkede personen ind',
      connect: 'knytter en tenant eller et workspace til organisationen',
      disconnect: 'fjerner den forbindelse; ingen derfra lukkes ind mere',
      'slack-link': 'laver en adresse, som organisationens Slack installeres med',
      'install-teams': 'giver appen til alle på listen, der mangler den i Teams',
      embedder: 'installerer den lokale model, der læser, hvad tekster betyder (EMBEDDER=local)',
      reencrypt: 'krypterer det gemte med den første nøgle i ENCRYPTION_KEYS',
      parked: 'viser beskeder, der ikke kunne leveres',
      stuck: 'viser beskeder, der skulle være sendt og stadig venter',
      retry: 'sender dem igen, der ikke kunne leveres',
      backup: 'gemmer alt fra den indbyggede database i en fil, også mens botten kører',
      restore: 'lægger det ind i en tom indbygget database igen',
    },
    noCommand: (name: string) => `Der er ingen kommando ${name}.`,
    takes: (name: string, words: string, given: string) =>
      `${words ? `${name} skal have ${words}` : `${name} skal ikke have mere`}; den fik: ${given || 'intet'}.`,
    noOrganisation: (id: string) =>
      `Der er ingen organisation ${id}. Tilføj den med: npm run admin -- organisation FILE.json`,
    unreadable: (file: string, code: string) => `Filen ${file} kan ikke læses (${code}).`,
    migrated: (migration: string, step: string, changed: number) =>
      `Data fra en tidligere version: ${migration}, ${step}, ${changed} ændret.`,
    notAnId: (platform: Platform, tenant: string) =>
      platform === 'teams'
        ? `${tenant} er ikke et tenant-id: et GUID, som Entra ID viser det.`
        : `${tenant} er ikke et id på et workspace eller en Enterprise-organisation: T eller E og derefter store bogstaver og tal.`,
    takenTenant: (platform: Platform, tenant: string, owner: string, undo: string) =>
      `${platformNames[platform]} ${tenant} hører allerede til ${owner}. Hvis det er forkert: ${undo}`,
    oneWorkspace: (tenant: string, undo: string) =>
      `Denne bot betjener allerede workspacet ${tenant} i Slack. Hvis det er forkert: ${undo}\nTil flere workspaces: kør kommandoen med bottens egne indstillinger, også SLACK_CLIENT_ID og det, der hører til. Se docs/install-slack.md, many workspaces.`,
    connected: (platform: Platform, tenant: string, organisation: string) =>
      `${platformNames[platform]} ${tenant} hører til ${organisation}.`,
    notConnected: (platform: Platform, tenant: string) => `${platformNames[platform]} ${tenant} er ikke forbundet.`,
    disconnected: (platform: Platform, tenant: string, organisation: string) =>
      `${platformNames[platform]} ${tenant} hørte til ${organisation} og er ikke forbundet mere.`,
    nothingMoreSent: (platform: Platform, organisation: string) =>
      `Der sendes ikke mere til chats og kanaler hos ${organisation} i ${platformNames[platform]}.`,
    otherConnections: (platform: Platform, organisation: string) =>
      `${organisation} har andre forbindelser i ${platformNames[platform]}: kendte chats og kanaler får fortsat beskeder, til appen fjernes der.`,
    undeliveredCount: (count: number) =>
      count === 1 ? '1 besked kunne ikke leveres.' : `${count} beskeder kunne ikke leveres.`,
    sentAgain: (count: number) => (count === 1 ? '1 besked sendes igen.' : `${count} beskeder sendes igen.`),
    openLink: (organisation: string, link: string) =>
      `Adressen kan åbnes én gang og inden for tre dage. Det workspace i Slack, som appen installeres i, hører så til ${organisation}:\n${link}`,
    needsOAuth: 'Det kræver SLACK_CLIENT_ID og det, der hører til: se docs/install-slack.md, many workspaces.',
    noKeyFits: (tenants: string) =>
      `Ingen nøgle i ENCRYPTION_KEYS passer til det gemte for ${tenants}: tilføj den ældre nøgle.`,
    olderKeysRun: 'En bot med ældre ENCRYPTION_KEYS kører: genstart den, og gør det igen.',
    encrypted: (count: number) =>
      count === 1
        ? '1 installation er krypteret med den første nøgle.'
        : `${count} installationer er krypteret med den første nøgle.`,
    needsGraph: 'Det kræver TEAMS_CATALOG_APP_ID og appregistreringen: se docs/install-teams.md, step 5.',
    noTeamsTenant: (organisation: string) => `Ingen tenant i Teams hører til ${organisation}: forbind en først.`,
    installed: (installed: number, had: number, unreached: number) =>
      `${installed} installeret, ${had} havde den, ${unreached} kunne ikke nås.`,
    nobodyMoreReached: (why: string) => `Ingen flere blev nået: ${why}.`,
    installProblems: {
      credentials: 'hemmeligheden eller certifikatet er forkert eller udløbet, eller TEAMS_APP_ID er en anden apps',
      'not-permitted': 'ikke tilladt: giv TeamsAppInstallation.ReadWriteSelfForUser.All, og tillad appen for dem',
      'not-found': 'ikke fundet: personen er ikke i tenanten, eller appen er ikke i dens katalog',
      later: 'intet svar: kør kommandoen igen senere',
      refused: 'afvist',
    },
  },
  en: {
    does: {
      organisation: 'says what a settings file changes; with --apply, adds the organisation or changes it',
      'merge-units': 'says what merging two units moves; does it with --apply',
      'close-unit': 'the same for closing a unit; INTO is a unit, or AREA=UNIT,AREA=UNIT',
      import: 'says what a list changes; with --apply, takes it over',
      'undo-import': 'says what undoing the last import changes; with --apply, undoes it',
      remove: 'shuts somebody out, whether the list or an administrator let them in',
      connect: 'links a tenant or workspace to the organisation',
      disconnect: 'undoes that: nobody there is let in any more',
      'slack-link': 'makes an address by which the organisation’s Slack is installed',
      'install-teams': 'brings the app to everybody of the list who lacks it in Teams',
      embedder: 'installs the local model that reads the meaning of texts (EMBEDDER=local)',
      reencrypt: 'encrypts what is stored with the first of ENCRYPTION_KEYS',
      parked: 'lists messages that could not be delivered',
      stuck: 'lists messages that should be sent and still wait',
      retry: 'sends those again that could not be delivered',
      backup: 'keeps all that is in the embedded database in a file, also while the bot runs',
      restore: 'puts it back into an empty embedded database',
    },
    noCommand: (name) => `There is no command ${name}.`,
    takes: (name, words, given) => `${name} takes ${words || 'nothing more'}; given: ${given || 'nothing'}.`,
    noOrganisation: (id) => `There is no organisation ${id}. Add it with: npm run admin -- organisation FILE.json`,
    unreadable: (file, code) => `The file ${file} cannot be read (${code}).`,
    migrated: (migration, step, changed) => `Data of an earlier version: ${migration}, ${step}, ${changed} changed.`,
    notAnId: (platform, tenant) =>
      platform === 'teams'
        ? `${tenant} is not a directory (tenant) id: a GUID, as Entra ID shows it.`
        : `${tenant} is not the id of a workspace or Enterprise organisation: T or E, and capital letters and digits.`,
    takenTenant: (platform, tenant, owner, undo) =>
      `${platformNames[platform]} ${tenant} belongs to ${owner} already. If that is wrong: ${undo}`,
    oneWorkspace: (tenant, undo) =>
      `This bot serves the Slack workspace ${tenant} already. If that is wrong: ${undo}\nFor several workspaces, run this with the bot’s own settings, SLACK_CLIENT_ID and what goes with it among them: docs/install-slack.md, many workspaces.`,
    connected: (platform, tenant, organisation) => `${platformNames[platform]} ${tenant} belongs to ${organisation}.`,
    notConnected: (platform, tenant) => `${platformNames[platform]} ${tenant} is not connected.`,
    disconnected: (platform, tenant, organisation) =>
      `${platformNames[platform]} ${tenant} belonged to ${organisation}, and is not connected any more.`,
    nothingMoreSent: (platform, organisation) =>
      `Nothing more is sent to the chats and channels of ${organisation} in ${platformNames[platform]}.`,
    otherConnections: (platform, organisation) =>
      `${organisation} has other connections in ${platformNames[platform]}: chats and channels that are known go on getting messages until the app is removed there.`,
    undeliveredCount: (count) =>
      count === 1 ? '1 message could not be delivered.' : `${count} messages could not be delivered.`,
    sentAgain: (count) => (count === 1 ? '1 message will be sent again.' : `${count} messages will be sent again.`),
    openLink: (organisation, link) =>
      `Open this address within three days, once. The Slack workspace that the app is installed in then belongs to ${organisation}:\n${link}`,
    needsOAuth: 'This needs SLACK_CLIENT_ID and what goes with it: see docs/install-slack.md, many workspaces.',
    noKeyFits: (tenants) => `No key of ENCRYPTION_KEYS fits what is stored for ${tenants}: add the older key.`,
    olderKeysRun: 'A bot with older ENCRYPTION_KEYS is running: restart it, and do this again.',
    encrypted: (count) =>
      count === 1
        ? '1 installation is encrypted with the first key.'
        : `${count} installations are encrypted with the first key.`,
    needsGraph: 'This needs TEAMS_CATALOG_APP_ID and the app registration: see docs/install-teams.md, step 5.',
    noTeamsTenant: (organisation) => `No Teams tenant belongs to ${organisation}: connect one first.`,
    installed: (installed, had, unreached) =>
      `${installed} installed, ${had} had it, ${unreached} could not be reached.`,
    nobodyMoreReached: (why) => `Nobody more was reached: ${why}.`,
    installProblems: {
      credentials: 'the secret or certificate is wrong or has run out, or TEAMS_APP_ID is another app’s',
      'not-permitted': 'not permitted: grant TeamsAppInstallation.ReadWriteSelfForUser.All, and allow the app for them',
      'not-found': 'not found: no such user in the tenant, or no such app in its catalogue',
      later: 'no answer: run this again later',
      refused: 'refused',
    },
  },
});

export type AdminCommand = keyof (typeof adminTexts)['da']['does'];
