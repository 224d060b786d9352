import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { AuthenticationConstants, type ServiceClientCredentialsFactory } from 'botframework-connector';

/** The proof of an app registration's identity. */
export type AppSecret =
  | { password: string }
  /** `thumbprint`: SHA-1 in hexadecimal, by which Entra ID finds the certificate. `privateKey`: PEM. */
  | { thumbprint: string; privateKey: string };

/** The kinds of app registration that Bot Framework knows. */
export type AppRegistration = { appId: string } & (
  | { type: 'SingleTenant'; tenantId: string; secret: AppSecret }
  | { type: 'MultiTenant'; secret: AppSecret }
  /** No secret: the Azure machine that runs the bot has the identity. */
  | { type: 'UserAssignedMSI'; tenantId: string }
);

/** Makes the SDK's own source of tokens for the connector. */
export function registrationCredentials(registration: AppRegistration): ServiceClientCredentialsFactory {
  const { appId, type } = registration;
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: type,
    MicrosoftAppId: appId,
    ...('tenantId' in registration ? { MicrosoftAppTenantId: registration.tenantId } : {}),
    ...('secret' in registration ? sdkSecret(registration.secret) : {}),
  });
}

function sdkSecret(secret: AppSecret) {
  if ('password' in secret) return { MicrosoftAppPassword: secret.password };
  return {
    [AuthenticationConstants.CertificateThumbprint]: secret.thumbprint,
    [AuthenticationConstants.CertificatePrivateKey]: secret.privateKey,
  };
}
