import type { Connection } from 'mongoose';
import { noAdministration } from '../../domain/people/administrations.ts';
import type { KeptChange } from '../../domain/people/import/undo.ts';
import type { JoinRequest, StrangerWords } from '../../domain/people/join/join-request.ts';
import { defaultSettings } from '../../domain/people/organisation.ts';
import type { OrganisationEvent } from '../../domain/people/organisation-history.ts';
import type { Person } from '../../domain/people/person.ts';
import {
  absentStructure,
  absentText,
  anyText,
  count,
  date,
  flag,
  model,
  optionalDate,
  optionalStructure,
  optionalText,
  type Stored,
  structure,
  text,
  texts,
  yesOrNo,
} from '../schema.ts';
import { type PeopleVersionRow, raiseVersionOnWrite } from './people-version.ts';
import type { StoredOrganisation } from './stored-organisation.ts';

/** A tenant of Teams or a workspace of Slack, and the organisation that it belongs to. */
interface ConnectionRow {
  platform: string;
  /** The Teams tenant id or the Slack team id. */
  tenant: string;
  organisation: string;
}

/**
 * The app in a workspace, with the token by which the bot speaks there. Of no organisation: who belongs where is said by a
 * connection alone, so an installation lets nobody in.
 */
export interface InstallationRow {
  platform: 'slack';
  /** The workspace's id, or that of the Enterprise organisation for an app that is installed there as a whole. */
  tenant: string;
  /** Encrypted; the key is the operator's. */
  token: string;
  installedAt: Date;
}

/** A secret that is good for one use, until `until`: a state of the installation and a link to it. */
interface UsedRow {
  platform: 'slack';
  nonce: string;
  until: Date;
}

/** A part of what an import changed: all of it could be more than one document may hold. */
export interface ImportPart {
  _id: string;
  organisation: string;
  importId: string;
  part: number;
  at: Date;
  changes: readonly KeptChange[];
}

/** Organisations with their people, and the tenants and workspaces by which they are known. */
export function peopleCollections(connection: Connection) {
  return {
    peopleVersions: model<PeopleVersionRow>(
      connection,
      'peopleVersions',
      { _id: anyText, version: count, changes: structure },
      [],
    ),
    organisations: model<StoredOrganisation>(
      connection,
      'organisations',
      {
        _id: text,
        name: text,
        language: text,
        numberPrefix: text,
        contact: optionalText,
        mentionDraftAfterWorkingDays: { type: Number, default: defaultSettings.mentionDraftAfterWorkingDays },
        deleteDraftAfterMonths: { type: Number, default: defaultSettings.deleteDraftAfterMonths },
        systems: absentStructure,
        units: structure,
        closedUnits: optionalStructure,
      },
      [],
    ),
    // The use of the data: by real tenants (`production`), by the playground (`sample`).
    uses: model<{ _id: 'production' | 'sample'; since: Date }>(connection, 'uses', { _id: text, since: date }, []),
    organisationEvents: model<Stored<OrganisationEvent>>(
      connection,
      'organisationEvents',
      {
        _id: text,
        organisation: text,
        at: date,
        by: text,
        type: text,
        changes: absentStructure,
        unit: absentText,
        name: absentText,
        mergedInto: absentText,
        shares: absentStructure,
        counts: absentStructure,
      },
      [[{ organisation: 1, at: 1 }]],
    ),
    connections: model<ConnectionRow>(connection, 'connections', { platform: text, tenant: text, organisation: text }, [
      [{ platform: 1, tenant: 1 }, { unique: true }],
      [{ platform: 1, organisation: 1 }],
    ]),
    installations: model<InstallationRow>(
      connection,
      'installations',
      { platform: text, tenant: text, token: text, installedAt: date },
      [[{ platform: 1, tenant: 1 }, { unique: true }]],
    ),
    used: model<UsedRow>(connection, 'used', { platform: text, nonce: text, until: date }, [
      [{ platform: 1, nonce: 1 }, { unique: true }],
      [{ until: 1 }, { expireAfterSeconds: 0 }],
    ]),
    people: model<Stored<Person>>(
      connection,
      'people',
      {
        _id: text,
        organisation: text,
        email: text,
        name: text,
        roles: texts,
        administration: anyText,
        administrationId: { type: String, default: noAdministration },
        institution: anyText,
        unit: optionalText,
        managerEmail: optionalText,
        managerId: optionalText,
        entraObjectId: optionalText,
        upn: optionalText,
        employeeNumber: optionalText,
        language: optionalText,
        active: yesOrNo,
        chat: optionalText,
        places: structure,
        promptsSnoozedUntil: optionalDate,
        promptsStopped: flag,
        homeShown: flag,
        met: flag,
        letIn: flag,
      },
      [
        [{ organisation: 1, email: 1 }, { unique: true }],
        [{ organisation: 1, 'places.teams.user': 1 }],
        [{ organisation: 1, entraObjectId: 1 }],
        [{ organisation: 1, upn: 1 }],
        [{ organisation: 1, 'places.slack.user': 1 }],
        [{ organisation: 1, unit: 1, active: 1 }],
        [{ organisation: 1, active: 1 }],
      ],
      (schema) => raiseVersionOnWrite(schema, connection, 'changed'),
    ),
    imports: model<ImportPart>(
      connection,
      'imports',
      { _id: text, organisation: text, importId: text, part: count, at: date, changes: structure },
      [
        [{ organisation: 1, at: 1 }],
        [{ organisation: 1, importId: 1, part: 1 }, { unique: true }],
        [{ at: 1 }, { expireAfterSeconds: 90 * 24 * 3600 }],
      ],
    ),
    joins: model<Stored<JoinRequest>>(
      connection,
      'joins',
      {
        _id: text,
        organisation: text,
        platform: text,
        place: structure,
        name: text,
        // Empty for somebody of whom the platform knows no address.
        email: anyText,
        at: date,
        state: text,
        decidedBy: optionalText,
        decidedAt: optionalDate,
        language: optionalText,
      },
      [[{ organisation: 1, platform: 1, 'place.user': 1 }], [{ organisation: 1, state: 1, at: 1 }]],
    ),
    strangerWords: model<Stored<StrangerWords>>(
      connection,
      'strangerWords',
      {
        _id: text,
        organisation: text,
        platform: text,
        user: text,
        text,
        at: date,
        message: optionalStructure,
      },
      [[{ organisation: 1, platform: 1, user: 1, at: 1 }], [{ organisation: 1, at: 1 }]],
    ),
  };
}

export type PeopleCollections = ReturnType<typeof peopleCollections>;
