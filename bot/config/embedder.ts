import { z } from 'zod';
import type { Endpoint } from '../embedder/http-embedder.ts';
import { type Given, type Group, incomplete } from './group.ts';
import { isLoopback } from './loopback.ts';

const variables = {
  EMBEDDER: z.literal('local', 'must be local, or left out').optional(),
  EMBEDDER_URL: z
    .string()
    .trim()
    .refine((text) => ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? ''), 'must be an http or https address')
    .optional(),
  EMBEDDER_MODEL: z.string().min(1).max(200).optional(),
  EMBEDDER_KEY: z.string().min(1).optional(),
};

/** The service that gives the meaning of texts as vectors: the municipality's own, or one that the bot runs itself. */
export const embedderGroup = { variables, problems } satisfies Group;

function problems(given: Given): string[] {
  const { EMBEDDER: own, EMBEDDER_URL: url = '' } = given;
  // URL writes an IPv6 host in brackets.
  const host = URL.parse(url)?.protocol === 'http:' ? URL.parse(url)?.hostname.replace(/^\[(.*)\]$/, '$1') : undefined;
  const { username = '', password = '', search = '', hash = '' } = URL.parse(url) ?? {};
  const isNear = host === undefined || isLoopback(host) || !/[.:]/.test(host);
  return [
    ...incomplete(given, ['EMBEDDER_URL', 'EMBEDDER_MODEL', 'EMBEDDER_KEY'], ['EMBEDDER_URL', 'EMBEDDER_MODEL']),
    ...(own !== undefined && url !== '' ? ['EMBEDDER and EMBEDDER_URL are both set: use one of them'] : []),
    ...(username + password + search + hash === ''
      ? []
      : ['EMBEDDER_URL holds more than an address: a key stands in EMBEDDER_KEY']),
    // People's words go there. A name without a point is that of a container beside the bot.
    ...(isNear
      ? []
      : ['EMBEDDER_URL must begin with https://: its host is neither this machine nor a container beside it']),
  ];
}

/** Gives the embedder that the settings name; null: none. */
export function embedderOf(env: {
  EMBEDDER?: 'local' | undefined;
  EMBEDDER_URL?: string | undefined;
  EMBEDDER_MODEL?: string | undefined;
  EMBEDDER_KEY?: string | undefined;
}): Endpoint | 'local' | null {
  const { EMBEDDER: own, EMBEDDER_URL: url, EMBEDDER_MODEL: model, EMBEDDER_KEY: key = null } = env;
  if (own !== undefined) return own;
  return url === undefined || model === undefined ? null : { url: embeddingsAt(url), model, key };
}

/** The address of the embeddings, also where only that of the server or of its version is given. */
function embeddingsAt(given: string): string {
  const url = given.replace(/\/+$/, '');
  if (url.endsWith('/embeddings')) return url;
  return url.endsWith('/v1') ? `${url}/embeddings` : `${url}/v1/embeddings`;
}
