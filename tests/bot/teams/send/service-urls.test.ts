import { serviceUrlList } from '../../../../bot/teams/send/service-urls.ts';

const allows = serviceUrlList(['https://smba.trafficmanager.net/', 'https://gcc.example/teams/']);

test.each([
  'https://smba.trafficmanager.net/',
  'https://smba.trafficmanager.net',
  'https://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net/emea/0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a/',
  'https://gcc.example/teams',
  'https://gcc.example/teams/amer/',
])('%s is allowed', (url) => {
  expect(allows(url)).toBe(true);
});

test.each([
  'https://smba.trafficmanager.net.evil.example/',
  'https://evil.example/https://smba.trafficmanager.net/',
  'https://evil.example/?https://smba.trafficmanager.net/',
  'https://evil.example#https://smba.trafficmanager.net/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://smba.trafficmanager.net:443@evil.example/',
  'https://user:word@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net\\@evil.example/',
  'https:\\\\smba.trafficmanager.net/',
  'https:/smba.trafficmanager.net/',
  '//smba.trafficmanager.net/',
  'http://smba.trafficmanager.net/',
  'ftp://smba.trafficmanager.net/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net:443/',
  'https://smba.trafficmanager.net./',
  'https://SMBA.trafficmanager.net/',
  'https://sub.smba.trafficmanager.net/',
  'https://smba.trafficmanager.net/?to=elsewhere',
  'https://smba.trafficmanager.net/#elsewhere',
  ' https://smba.trafficmanager.net/',
  'https://smba.traffic\tmanager.net/',
  'https://smba.trafficmanager.net/\n',
  'https://smba。trafficmanager.net/',
  'https://gcc.example/',
  'https://gcc.example/teamsx/',
  'https://gcc.example/teams/../admin/',
  'https://gcc.example/teams/%2e%2e/admin/',
  'https://gcc.example/teams/..%2fadmin/',
  'https://gcc.example/teams/.%2E/admin/',
  'https://gcc.example/teams\\..\\admin/',
  'https://127.0.0.1/',
  'https://[::1]/',
  '',
])('%s is not', (url) => {
  expect(allows(url)).toBe(false);
});
