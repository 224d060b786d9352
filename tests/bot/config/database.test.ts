import { readConfig } from '../../../bot/config/config.ts';

test.each([
  'mongodb://127.0.0.1:27017/bot',
  'mongodb://localhost/bot?replicaSet=rs',
  'mongodb://[::1]:27017/bot',
  'mongodb://127.0.0.1:1,127.0.0.2:2/bot',
  'mongodb://%2Ftmp%2Fmongodb.sock/bot',
  'mongodb://127.0.0.1/bot?tls=true&tlsAllowInvalidCertificates=true',
  'mongodb://db.example/bot?tls=true',
  'mongodb://db.example/bot?ssl=true',
  'mongodb://user:p%40ss@db1.example,db2.example/bot?replicaSet=rs&tls=true',
  'mongodb+srv://cluster.db.example/bot',
])('accepts %s', (uri) => {
  expect(readConfig({ MONGODB_URI: uri }).mongodbUri).toBe(uri);
});

test.each([
  ['mongodb://db.example/bot', /must use TLS/],
  ['mongodb://127.0.0.1,db.example/bot', /must use TLS/],
  ['mongodb://10.0.0.1/bot', /must use TLS/],
  ['mongodb://127.0.0.1.example/bot', /must use TLS/],
  ['mongodb://localhost.example/bot', /must use TLS/],
  ['mongodb://[::2]/bot', /must use TLS/],
  ['mongodb://db.example/bot?tls=false', /must use TLS/],
  ['mongodb+srv://cluster.db.example/bot?tls=false', /must use TLS/],
  ['mongodb+srv://cluster.db.example/bot?ssl=false', /must use TLS/],
  ['mongodb://db.example/bot?tls=true&tlsAllowInvalidCertificates=true', /must not switch off/],
  ['mongodb://db.example/bot?tls=true&tlsAllowInvalidHostnames=true', /must not switch off/],
  ['mongodb://db.example/bot?tls=true&tlsInsecure=true', /must not switch off/],
  ['mongodb+srv://cluster.db.example/bot?tlsInsecure=true', /must not switch off/],
  ['mongodb://db.example/bot?tls=true&ssl=false', /cannot be read/],
])('refuses %s', (uri, problem) => {
  expect(() => readConfig({ MONGODB_URI: uri })).toThrow(problem);
});

test('does not quote an unreadable address, because it may hold a password', () => {
  const attempt = () => readConfig({ MONGODB_URI: 'mongodb://user:top@secret@db.example/bot' });
  expect(attempt).toThrow(/MONGODB_URI cannot be read/);
  expect(attempt).not.toThrow(/secret/);
});
