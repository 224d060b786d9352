import type { Activity } from 'botbuilder';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  ConnectorClient,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { type EmulatorAccess, emulatorAuthentication } from './emulator.ts';

/** How the bot proves who it is to Teams, and what proves that Teams is Teams. */
export type TeamsAccess =
  | { kind: 'microsoft'; appId: string; appPassword: string; tenantId: string }
  /** A connector on loopback with keys of its own; the same checks run against them. */
  | { kind: 'local'; appId: string; metadataUrl: string; connectorToken: string }
  | EmulatorAccess;

/** Who a token of the Bot Framework channel comes from (Microsoft's documented issuer). */
const channelIssuer = 'https://api.botframework.com';

/** Wrong signature or shape, not valid yet, expired: https://www.npmjs.com/package/jsonwebtoken#errors--codes */
const tokenErrors = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'];

/** Well below the minute for which a message is claimed. */
const timeoutMs = 10_000;

/** What we need of the client's pipeline (`@azure/core-rest-pipeline`). */
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
 * The SDK's adapter without its own reading of requests: that one parses before it authenticates, gives SDK error texts
 * to the caller and rejects on bodies such as `{"type":5}`.
 */
export class TeamsAdapter extends CloudAdapter {
  private readonly access: TeamsAccess;
  private readonly clients = new Map<string, Promise<ConnectorClient>>();

  constructor(access: TeamsAccess) {
    super(authentication(access));
    this.access = access;
  }

  /** Authenticates an activity and runs the bot on it; rejects with `AuthenticationError` when Teams did not send it. */
  async receive(
    authorization: string,
    activity: Activity,
    run: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(await this.authenticate(activity, authorization), activity, run);
  }

  /** The SDK lets errors of its token library through, beside those of its own. */
  private async authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      if (!(error instanceof Error) || !tokenErrors.includes(error.name)) throw error;
      throw new AuthenticationError('the token is not valid', StatusCodes.UNAUTHORIZED);
    }
  }

  /** The client for a service URL, which sends each request once: retrying is the outbox's work. */
  client(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.clients.get(serviceUrl);
    if (known) return known;
    const made = this.makeClient(serviceUrl);
    this.clients.set(serviceUrl, made);
    made.catch(() => this.clients.delete(serviceUrl));
    return made;
  }

  private async makeClient(serviceUrl: string): Promise<ConnectorClient> {
    const identity = this.createClaimsIdentity(this.access.kind === 'emulator' ? '' : this.access.appId);
    const factory = this.botFrameworkAuthentication.createConnectorFactory(identity);
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
      sendRequest: (request, next) => {
        request.timeout = timeoutMs;
        return next(request);
      },
    });
    return client;
  }
}

export function authentication(access: TeamsAccess): ConfigurationBotFrameworkAuthentication {
  if (access.kind === 'emulator') return emulatorAuthentication();
  if (access.kind === 'microsoft') {
    const { appId, appPassword, tenantId } = access;
    return new ConfigurationBotFrameworkAuthentication(
      {},
      new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: appId,
        MicrosoftAppPassword: appPassword,
        MicrosoftAppTenantId: tenantId,
      }),
    );
  }
  return new ConfigurationBotFrameworkAuthentication(
    {
      ToBotFromChannelOpenIdMetadataUrl: access.metadataUrl,
      ToBotFromChannelTokenIssuer: channelIssuer,
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
