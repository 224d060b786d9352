import { randomUUID } from 'node:crypto';
import type { Request, Server } from 'restify';
import type { Credentials } from '../credentials.ts';
import type { Answer, Faults } from '../faults.ts';
import { HttpProblem, readJson, readText, route } from '../http.ts';
import type { Identity, People } from '../people.ts';

/** The app's id in the tenant's catalogue, and its secret. */
export const graphApp = { catalogAppId: '00000000-0000-4000-8000-00000000ca7a', secret: 'graph-secret' } as const;

interface Parts {
  people: People;
  faults: Faults;
  credentials: Credentials;
  /** Installs the app for the person; the bot hears of it. */
  install(email: string): Promise<unknown>;
}

/** The part of Microsoft Graph that installs an app for people, and the server that issues tokens for it. */
export function graphRoutes(server: Server, { people, faults, credentials, install }: Parts): void {
  const tokens = new Set<string>();
  const guarded = (
    method: 'get' | 'post',
    path: string,
    run: (request: Request, person: Identity) => Promise<Answer>,
  ) =>
    route(server, method, `/graph/v1.0/users/:user/teamwork/installedApps${path}`, (request, response) => {
      const bearer = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
      const work = async () => {
        if (!tokens.has(bearer)) return problem(401, 'InvalidAuthenticationToken');
        const user = decodeURIComponent(String(request.params.user));
        const person = people.all.find(({ email, aadObjectId }) => email === user || aadObjectId === user);
        return person ? run(request, person) : problem(404, 'NotFound');
      };
      const call = `GRAPH ${method.toUpperCase()} ${request.getPath()}`;
      return faults.answer({ platform: 'teams', call, conversation: null, run: work, refuse: problem }, response);
    });

  route(server, 'post', '/login/:tenant/oauth2/v2.0/token', async (request, response) => {
    const form = new URLSearchParams(await readText(request));
    const knows =
      form.get('client_id') === credentials.teamsAppId &&
      form.get('client_secret') === graphApp.secret &&
      String(request.params.tenant) === credentials.teamsTenantId;
    if (!knows) return void response.send(401, { error: 'invalid_client' });
    const token = randomUUID();
    tokens.add(token);
    response.send(200, { access_token: token, expires_in: 3599, token_type: 'Bearer' });
  });
  guarded('post', '', async (request, person) => {
    const { 'teamsApp@odata.bind': app } = await readJson(request);
    if (!String(app).endsWith(`/appCatalogs/teamsApps/${graphApp.catalogAppId}`)) return problem(404, 'NotFound');
    if (people.has('teams', person)) return problem(409, 'Conflict');
    await install(person.email);
    return { status: 201 };
  });
  guarded('get', '', async (_request, person) => {
    const value = people.has('teams', person) ? [{ id: installationOf(person) }] : [];
    return { status: 200, body: { value } };
  });
  guarded('get', '/:installation/chat', async (request, person) => {
    if (decodeURIComponent(String(request.params.installation)) !== installationOf(person))
      throw new HttpProblem(404, 'NotFound');
    return { status: 200, body: { id: person.conversation, chatType: 'oneOnOne' } };
  });
}

const installationOf = ({ aadObjectId }: Identity) => Buffer.from(`${aadObjectId}##app`).toString('base64');

function problem(status: number, code: string): Answer {
  return { status, body: { error: { code, message: code } } };
}
