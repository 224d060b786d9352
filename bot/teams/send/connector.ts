import type { Activity } from 'botbuilder';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import {
  type ClaimsIdentity,
  ConnectorClient,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { channelTokens, type ProveChannel } from '../../auth/channel-token.ts';
import { type AppRegistration, registrationCredentials } from '../../auth/credentials.ts';
import { type EmulatorAccess, emulatorAuthentication } from '../emulator.ts';
import { type AllowsServiceUrl, serviceUrlList } from './service-urls.ts';

/** The bot's proof of itself to Teams, and the proof that Teams is Teams. */
export type TeamsAccess =
  | { kind: 'microsoft'; registration: AppRegistration }
  /** A connector on loopback with keys of its own; the same checks run against them. */
  | { kind: 'local'; appId: string; metadataUrl: string; connectorToken: string }
  | EmulatorAccess;

export interface TeamsOptions {
  access: TeamsAccess;
  /** The addresses that activities may come from and answers go to; each allows the paths below it. */
  serviceUrls: readonly string[];
  /** Told when the keys that prove Teams could not be fetched. */
  keysFailed(error: unknown): void;
  /** Told of each answer with status 429. */
  limited(): void;
  /** The time that tokens are held against: the machine's, also where the people's clock is moved. */
  now(): Date;
}

/** Well below the minute for which a message is claimed. */
const timeoutMs = 10_000;

/** The part that we need of the client's pipeline (`@azure/core-rest-pipeline`). */
interface Pipeline {
  removePolicy(policy: { name: string }): unknown[];
  addPolicy(policy: {
    name: string;
    sendRequest(request: Timed, next: (request: Timed) => Promise<unknown>): Promise<unknown>;
  }): void;
}

interface Timed {
  timeout: number;
}

const channelScope = 'https://api.botframework.com';

/**
 * The SDK's adapter for turns and calls, without its own reading and proving of requests: that one parses before it
 * authenticates, gives SDK error texts to the caller, rejects on bodies such as `{"type":5}` and asks for keys for each
 * request that comes while none are there (docs/decisions/teams-tokens.md).
 */
export class TeamsAdapter extends CloudAdapter {
  private readonly identity: ClaimsIdentity;
  private readonly clients = new Map<string, Promise<ConnectorClient>>();
  private readonly prove: ProveChannel;
  private readonly limited: () => void;
  readonly allows: AllowsServiceUrl;

  constructor({ access, serviceUrls, keysFailed: failed, limited, now }: TeamsOptions) {
    super(authentication(access));
    this.limited = limited;
    const appId = appIdOf(access);
    this.identity = this.createClaimsIdentity(appId);
    this.allows = serviceUrlList(serviceUrls);
    const metadataUrl = access.kind === 'local' ? access.metadataUrl : undefined;
    const proved = channelTokens({ appId, metadataUrl, now, failed });
    // Nobody but this machine reaches the webhook of an emulator, which sends no token.
    this.prove = access.kind === 'emulator' ? async () => undefined : proved;
  }

  /**
   * Proves that Teams sent an activity. Rejects with `TokenRefused` when it did not, with `NoSigningKeys` when that
   * cannot be known.
   */
  authenticate(authorization: string, { serviceUrl }: { serviceUrl: string }): Promise<void> {
    return this.prove(authorization, serviceUrl);
  }

  /** Runs the bot on an activity that is proved. */
  run(activity: Activity, run: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    const connectorFactory = { create: (serviceUrl: string) => this.client(serviceUrl) };
    const authenticated = { audience: channelScope, claimsIdentity: this.identity, connectorFactory };
    return this.processActivity(authenticated, activity, run);
  }

  /** The client for a service URL, which sends each request once: retrying is the outbox's work. */
  client(serviceUrl: string): Promise<ConnectorClient> {
    if (!this.allows(serviceUrl)) return Promise.reject(new Error('this service URL is not on the list'));
    const known = this.clients.get(serviceUrl);
    if (known) return known;
    const made = this.makeClient(serviceUrl);
    this.clients.set(serviceUrl, made);
    made.catch(() => this.clients.delete(serviceUrl));
    return made;
  }

  private async makeClient(serviceUrl: string): Promise<ConnectorClient> {
    const factory = this.botFrameworkAuthentication.createConnectorFactory(this.identity);
    const client = await factory.create(serviceUrl, channelScope);
    if (!(client instanceof ConnectorClient))
      throw new Error('the connector factory gave another client than expected');
    // The pipeline is not in the SDK's types.
    const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
    // Repeats a POST four times on 408, 429, 5xx and resets; `noRetryPolicy` and `retryOptions` are ignored (4.23.3).
    const removed = pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    if (removed.length === 0)
      throw new Error('the connector client has no retry policy to take out: the SDK has changed');
    // Without a time-out of its own one connection that hangs would hold up every delivery.
    pipeline.addPolicy({
      name: 'deadline',
      sendRequest: async (request, next) => {
        request.timeout = timeoutMs;
        try {
          return await next(request);
        } catch (error) {
          if ((error as { statusCode?: unknown }).statusCode === 429) this.limited();
          throw error;
        }
      },
    });
    return client;
  }
}

/** One client for sign-ins instead of a new one for each turn: 16 µs a turn instead of 48. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  private userTokens: Promise<UserTokenClient> | null = null;

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    if (this.userTokens) return this.userTokens;
    const made = super.createUserTokenClient(identity);
    this.userTokens = made;
    made.catch(() => {
      this.userTokens = null;
    });
    return made;
  }
}

/** An emulator knows no app. */
function appIdOf(access: TeamsAccess): string {
  switch (access.kind) {
    case 'microsoft':
      return access.registration.appId;
    case 'local':
      return access.appId;
    case 'emulator':
      return '';
  }
}

/** The SDK's settings; those about incoming requests are for the SDK alone, which the benchmark measures. */
export function authentication(access: TeamsAccess): ConfigurationBotFrameworkAuthentication {
  if (access.kind === 'emulator') return emulatorAuthentication();
  if (access.kind === 'microsoft') return new Authentication({}, registrationCredentials(access.registration));
  return new Authentication(
    {
      ToBotFromChannelOpenIdMetadataUrl: access.metadataUrl,
      ToBotFromChannelTokenIssuer: channelScope,
      ToChannelFromBotOAuthScope: channelScope,
      // Never asked: the credentials below hold the connector's token already.
      ToChannelFromBotLoginUrl: access.metadataUrl,
    },
    localCredentials(access),
  );
}

function localCredentials(access: Extract<TeamsAccess, { kind: 'local' }>): ServiceClientCredentialsFactory {
  return {
    isValidAppId: async (appId) => appId === access.appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${access.connectorToken}`);
        return request;
      },
    }),
  };
}
