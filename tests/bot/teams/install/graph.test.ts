import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import jwt from 'jsonwebtoken';
import { readCertificate } from '../../../../bot/config/certificate.ts';
import { graphInstaller } from '../../../../bot/teams/install/graph.ts';

const appId = '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11';
const tenantId = '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a';
const folder = join(import.meta.dirname, '../../../fixtures/teams-app');
const certificate = new X509Certificate(readFileSync(join(folder, 'certificate.pem')));

let server: Server;
let url: string;
/** The forms that asked for a token. */
let asked: URLSearchParams[];
beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === `/login/${tenantId}/oauth2/v2.0/token`) {
      asked.push(new URLSearchParams(await text(request)));
      return void response.end(JSON.stringify({ access_token: 'of-graph', expires_in: 3599 }));
    }
    response.statusCode = request.headers.authorization === 'Bearer of-graph' ? 201 : 401;
    response.end('{}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((closed) => server.close(closed)));

test('an answer without an end is not read to the end', async () => {
  const endless = createServer((_request, response) => {
    const more = () => {
      while (response.write('x'.repeat(64 * 1024)));
      response.once('drain', more);
    };
    more();
  });
  await new Promise<void>((listening) => endless.listen(0, '127.0.0.1', listening));
  const { port } = endless.address() as AddressInfo;
  const at = `http://127.0.0.1:${port}`;
  const access = {
    loginUrl: at,
    graphUrl: at,
    appId,
    secret: { password: 'a secret' },
    catalogAppIds: { [tenantId]: 'c' },
  };
  try {
    const problem = graphInstaller(access).install(tenantId, 'a');
    await expect(problem).rejects.toMatchObject({ kind: 'later', cause: { message: 'more than 524288 bytes' } });
  } finally {
    endless.closeAllConnections();
    await new Promise((closed) => endless.close(closed));
  }
});

test('an app with a certificate signs for its token with it, once for several people', async () => {
  const secret = readCertificate({ certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') });
  if ('problem' in secret) throw new Error(secret.problem);
  const access = {
    loginUrl: `${url}/login`,
    graphUrl: `${url}/graph`,
    appId,
    secret,
    catalogAppIds: { [tenantId]: 'catalogue' },
  };
  const installer = graphInstaller(access);
  expect(await installer.install(tenantId, 'a@fjordby.example')).toBe(true);
  expect(await installer.install(tenantId, 'b@fjordby.example')).toBe(true);

  const [form, ...more] = asked;
  expect(more).toEqual([]);
  expect(form?.get('client_secret')).toBeNull();
  expect(form?.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
  const { header, payload } = jwt.verify(form?.get('client_assertion') ?? '', certificate.publicKey, {
    algorithms: ['RS256'],
    audience: `${url}/login/${tenantId}/oauth2/v2.0/token`,
    issuer: appId,
    subject: appId,
    complete: true,
  });
  expect(header.x5t).toBe(createHash('sha1').update(certificate.raw).digest('base64url'));
  expect(payload).toMatchObject({ jti: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});
