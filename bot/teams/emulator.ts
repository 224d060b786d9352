import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { isLoopback } from '../config/loopback.ts';
import type { Webhook } from '../web/server.ts';

/**
 * A test client in Microsoft's place, such as the Agents Playground: it sends no token and expects none. The proof
 * is that only this machine reaches the webhook.
 */
export interface EmulatorAccess {
  kind: 'emulator';
}

/** The SDK's authentication with all of it off. */
export function emulatorAuthentication(): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication({}, anonymous);
}

const anonymous: ServiceClientCredentialsFactory = {
  isValidAppId: async () => true,
  isAuthenticationDisabled: async () => true,
  createCredentials: async () => ({ signRequest: async (request) => request }),
};

/** A webhook that takes what nobody has signed. Throws unless it is on loopback. */
export function emulatorWebhook(webhook: Webhook, host: string): Webhook {
  if (!isLoopback(host)) throw new Error(`a webhook without tokens cannot be opened on ${host}`);
  return async (headers, body, bytes) => {
    // A page in this machine's browser reaches loopback, too, and cannot leave its name out; no emulator sends one.
    if (headers.origin !== undefined) return { status: 403 };
    // An emulator with credentials of its own sends a token that nobody here can prove.
    const { authorization: _, ...unproved } = headers;
    return webhook(unproved, body, bytes);
  };
}
