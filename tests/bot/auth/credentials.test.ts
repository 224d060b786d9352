import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AppCredentials } from 'botframework-connector';
import { type AppRegistration, type AppSecret, registrationCredentials } from '../../../bot/auth/credentials.ts';
import { readCertificate } from '../../../bot/config/certificate.ts';
import { onMachineWithIdentity } from './machine.ts';

const appId = '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11';
const tenantId = '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a';
const scope = 'https://api.botframework.com';
const login = 'https://login.microsoftonline.com/botframework.com';
const folder = join(import.meta.dirname, '../../fixtures/teams-app');

function certificate(): AppSecret {
  const read = readCertificate({ certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') });
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

async function credentialsOf(registration: AppRegistration): Promise<AppCredentials> {
  const credentials = await registrationCredentials(registration).createCredentials(
    registration.appId,
    scope,
    login,
    true,
  );
  if (!(credentials instanceof AppCredentials)) throw new Error('the SDK made other credentials than expected');
  return credentials;
}

test.each([
  ['SingleTenant', 'a password', 'MicrosoftAppCredentials', tenantId],
  ['MultiTenant', 'a password', 'MicrosoftAppCredentials', 'botframework.com'],
  ['SingleTenant', 'a certificate', 'CertificateAppCredentials', tenantId],
  ['MultiTenant', 'a certificate', 'CertificateAppCredentials', 'botframework.com'],
] as const)('%s with %s: %s ask for a token of tenant %s', async (type, kind, name, tenant) => {
  const secret = kind === 'a password' ? { password: 'secret' } : certificate();
  const credentials = await credentialsOf({
    appId,
    secret,
    ...(type === 'MultiTenant' ? { type } : { type, tenantId }),
  });
  expect(credentials.constructor.name).toBe(name);
  expect(credentials.oAuthEndpoint).toBe(`https://login.microsoftonline.com/${tenant}`);
  expect(credentials.oAuthScope).toBe(scope);
});

test('names a certificate by its thumbprint, and gives its key', () => {
  expect(certificate()).toEqual({
    thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
    privateKey: expect.stringContaining('-----BEGIN PRIVATE KEY-----'),
  });
});

test('asks the machine for a managed identity, without any secret', async () => {
  // Microsoft's library keeps a token for the whole process, for all files that ask with the same id.
  const identity = randomUUID();
  const { answers, asked } = await onMachineWithIdentity();
  answers({
    access_token: 'token-of-the-machine',
    expires_on: Math.floor(Date.now() / 1000) + 3600,
    resource: scope,
    token_type: 'Bearer',
    client_id: identity,
  });
  const credentials = await credentialsOf({ appId: identity, type: 'UserAssignedMSI', tenantId });
  expect(credentials.constructor.name).toBe('ManagedIdentityAppCredentials');
  expect(await credentials.getToken()).toBe('token-of-the-machine');
  expect(asked).toEqual([expect.stringMatching(/^header \/msi\/token\?/)]);
  const query = new URLSearchParams(asked[0]?.split('?')[1]);
  expect([query.get('client_id'), query.get('resource')]).toEqual([identity, scope]);
});
