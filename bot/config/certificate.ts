import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AppSecret } from '../auth/credentials.ts';
import { systemErrorCode } from '../database/embedded/error.ts';

/** The files of an app registration's certificate and private key, both as PEM; the key may be in the same file. */
export interface CertificateFiles {
  certificate: string;
  key: string;
}

/** Reads the certificate in the form that the SDK needs, or tells the problem with one of the files. */
export function readCertificate(
  files: CertificateFiles,
): AppSecret | { problem: string; file: keyof CertificateFiles } {
  const wrong = (file: keyof CertificateFiles, problem: string) => ({ file, problem });
  const [certificatePem, keyPem] = [read(files.certificate), read(files.key)];
  if (certificatePem === null) return wrong('certificate', 'cannot be read');
  if (keyPem === null) return wrong('key', 'cannot be read');
  const certificate = parsed(() => new X509Certificate(certificatePem));
  if (!certificate) return wrong('certificate', 'holds no certificate as PEM');
  const key = parsed(() => createPrivateKey(keyPem));
  if (!key) return wrong('key', 'holds no private key as PEM without a password');
  if (!certificate.checkPrivateKey(key)) return wrong('key', 'holds the key of another certificate');
  return {
    thumbprint: certificate.fingerprint.replaceAll(':', ''),
    privateKey: String(key.export({ type: 'pkcs8', format: 'pem' })),
  };
}

/** Null when the system does not let us read it. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error)) return null;
    throw error;
  }
}

/** Null when OpenSSL cannot parse the text. */
function parsed<Value>(parse: () => Value): Value | null {
  try {
    return parse();
  } catch (error) {
    if (systemErrorCode(error)) return null;
    throw error;
  }
}
