import { z } from 'zod';
import type { IncomingFile } from '../../../domain/requests/record/attachment.ts';
import type { TeamsActivity } from './activity.ts';

/**
 * The place where Teams keeps a file. `shared`: on the sender's OneDrive, by an address that needs no token and works for some
 * minutes. `inline`: a picture in the message itself, which the connector gives to the bot alone.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */
const reference = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shared'), url: z.string() }),
  z.strictObject({ kind: z.literal('inline'), serviceUrl: z.string(), id: z.string(), view: z.string() }),
]);

export type FileReference = z.output<typeof reference>;

const sharedFile = 'application/vnd.microsoft.teams.file.download.info';
const downloadInfo = z.looseObject({ downloadUrl: z.string().min(1).max(3500), fileType: z.string().nullish() });

/** Files that one hears, by their ending. */
const heard = /^(?:m4a|mp3|wav|ogg|oga|opus|aac|amr|flac|wma|webm|mp4|mov|3gp)$/i;

/** Whether a shared file is a recording, which nobody can read. */
export const isHeard = (name: string | null | undefined, fileType: string | null | undefined): boolean =>
  heard.test(fileType ?? name?.split('.').at(-1) ?? '');

/** Whether a shared file holds nothing but text, such as a long paste that Teams makes a file of. */
const isText = (name: string | null | undefined, fileType: string | null | undefined): boolean =>
  /^(?:txt|text)$/i.test(fileType || (name?.split('.').at(-1) ?? ''));

const inlineAddress = /^v3\/attachments\/(?<id>[\w.~-]{1,500})\/views\/(?<view>[\w.~-]{1,100})$/;

type Attachment = NonNullable<TeamsActivity['attachments']>[number];

/** The files that came with a message. Cards of others, the HTML of the text and whatever else is passed over. */
export function filesIn({ attachments = [], serviceUrl }: TeamsActivity, pictureName: string): IncomingFile[] {
  return attachments.flatMap((attachment) => fileIn(attachment, serviceUrl, pictureName) ?? []);
}

/** The references of the files of text that came with a message, whose words are read before anything else is done. */
export function textFilesIn({ attachments = [] }: TeamsActivity): string[] {
  return attachments.flatMap((attachment) => textFileIn(attachment) ?? []);
}

/** The reference of the file of text that an attachment is; null for anything else. */
export function textFileIn({ contentType, name, content }: Attachment): string | null {
  if (contentType !== sharedFile) return null;
  const info = downloadInfo.safeParse(content);
  return info.success && isText(name, info.data.fileType)
    ? packed({ kind: 'shared', url: info.data.downloadUrl })
    : null;
}

/** The file that an attachment is; null for anything else, and for one that cannot be had. */
export function fileIn(
  { contentType, contentUrl, name, content }: Attachment,
  serviceUrl: string,
  pictureName: string,
): IncomingFile | null {
  const base = serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`;
  // Teams does not say how large it is; what is fetched is counted.
  const file = { name: name ?? pictureName, size: 0, platform: 'teams' } as const;
  if (contentType === sharedFile) {
    const info = downloadInfo.safeParse(content);
    if (!info.success || isHeard(name, info.data.fileType) || isText(name, info.data.fileType)) return null;
    return { ...file, reference: packed({ kind: 'shared', url: info.data.downloadUrl }) };
  }
  if (!contentType.startsWith('image/') || !contentUrl?.startsWith(base)) return null;
  const { id, view } = inlineAddress.exec(contentUrl.slice(base.length))?.groups ?? {};
  if (id === undefined || view === undefined) return null;
  return { ...file, reference: packed({ kind: 'inline', serviceUrl, id, view }) };
}

const packed = (where: FileReference) => JSON.stringify(where);

export const readReference = (text: string): FileReference => reference.parse(JSON.parse(text));
