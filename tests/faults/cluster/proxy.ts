import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../free-port.ts';
import { keepProcess } from '../../run-log/kept.ts';

/** nginx with the configuration of deploy/compose, before bots on this machine. */
export interface ReverseProxy {
  /** Without TLS, for the simulated platforms: the same server in all else. */
  url: string;
  secure: { port: number; certificate: string };
  close(): Promise<void>;
}

const configuration = join(import.meta.dirname, '../../../deploy/compose/nginx.conf');

/**
 * Starts it. Of its configuration only the names of the bots, the port, the places of the certificate and of nginx's own
 * files are others; a name that is no longer there throws.
 * @param bots the ports of three bots
 */
export async function startProxy(bots: readonly number[]): Promise<ReverseProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'proxy-'));
  const [secure, plain] = [await freePort(), await freePort()];
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate];
  execFileSync('openssl', ['req', '-x509', ...made, ...subject], { stdio: 'ignore' });
  let text = readFileSync(configuration, 'utf8');
  const put = (from: string, to: string) => {
    if (!text.includes(from)) throw new Error(`nginx.conf has no “${from}”`);
    text = text.replaceAll(from, to);
  };
  for (const [index, port] of bots.entries()) put(`bot${index + 1}:3978`, `127.0.0.1:${port}`);
  put('listen 443 ssl;', `listen 127.0.0.1:${secure} ssl; listen 127.0.0.1:${plain};`);
  put('/run/secrets/tls-certificate', certificate);
  put('/run/secrets/tls-key', key);
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  for (const name of own) mkdirSync(join(folder, name));
  put('http {', `http { access_log off; ${own.map((name) => `${name}_temp_path ${join(folder, name)};`).join(' ')}`);
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, text);
  // The worker is a user of its own where root starts it, and must reach its folders.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const more = `daemon off; ${user} pid ${join(folder, 'pid')}; error_log ${join(folder, 'errors')} warn;`;
  const child = spawn('nginx', ['-p', folder, '-c', file, '-g', more], { stdio: ['ignore', 'ignore', 'pipe'] });
  keepProcess(child.pid);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (line: string) => {
    said += line;
  });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${plain}`;
  const answers = async (): Promise<boolean> => {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}: ${said}`);
    return fetch(url).then(
      () => true,
      () => false,
    );
  };
  for (let tries = 0; !(await answers()); tries++) {
    if (tries > 100) throw new Error(`nginx does not answer: ${said}`);
    await pause(50);
  }
  return {
    url,
    secure: { port: secure, certificate: readFileSync(certificate, 'utf8') },
    async close() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
