#!/bin/sh
# Makes the secrets of compose.yaml that are nobody else's business: the databases' certificates, keys and passwords, and a
# certificate of the proxy's own until a real one takes its place. As root: each file belongs to the user that reads it.
#   sudo deploy/compose/make-secrets.sh forenklingsbot.kommune.dk
set -eu
host=${1:?the name of the host, as in PUBLIC_URL}
cd "$(dirname "$0")"
[ ! -e secrets ] || { echo "deploy/compose/secrets is there already; it is not overwritten" >&2; exit 1; }
umask 077
mkdir secrets
cd secrets

password() { openssl rand -hex 24; }
root=$(password)
bot=$(password)
days=3650

openssl req -x509 -newkey rsa:3072 -nodes -days $days -subj '/CN=forenklingsbot databases' -keyout ca.key -out mongodb-ca
openssl req -newkey rsa:3072 -nodes -subj '/CN=mongodb' -keyout mongodb.key -out mongodb.csr
printf 'subjectAltName=DNS:mongodb1,DNS:mongodb2,DNS:mongodb3,DNS:localhost,IP:127.0.0.1\n' > mongodb.ext
openssl x509 -req -in mongodb.csr -CA mongodb-ca -CAkey ca.key -CAcreateserial -days $days -extfile mongodb.ext -out mongodb.crt
cat mongodb.crt mongodb.key > mongodb-certificate
rm mongodb.key mongodb.csr mongodb.ext mongodb.crt mongodb-ca.srl ca.srl ca.key 2>/dev/null || true
openssl rand -base64 600 > mongodb-members
printf '%s' "$root" > mongodb-root

members='mongodb1,mongodb2,mongodb3'
tls='tls=true&tlsCAFile=/run/secrets/mongodb-ca'
printf 'mongodb://bot:%s@%s/forenklingsbot?replicaSet=forenklingsbot&authSource=forenklingsbot&w=majority&%s' "$bot" "$members" "$tls" > mongodb-uri
cat > mongodb-begin <<SCRIPT
const admin = connect('mongodb://root:$root@mongodb1/admin?directConnection=true&$tls');
try {
  admin.adminCommand({ replSetGetStatus: 1 });
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  const members = ['mongodb1', 'mongodb2', 'mongodb3'].map((name, _id) => ({ _id, host: name + ':27017' }));
  admin.adminCommand({ replSetInitiate: { _id: 'forenklingsbot', members } });
}
while (!admin.hello().isWritablePrimary && !admin.hello().primary) sleep(500);
const data = connect('mongodb://root:$root@$members/forenklingsbot?replicaSet=forenklingsbot&authSource=admin&$tls');
if (!data.getUser('bot')) data.createUser({ user: 'bot', pwd: '$bot', roles: ['readWrite', 'dbAdmin'] });
SCRIPT

openssl req -x509 -newkey rsa:3072 -nodes -days 90 -subj "/CN=$host" -addext "subjectAltName=DNS:$host" -keyout tls-key -out tls-certificate
: > teams-app-password

# Who reads what: 999 is mongod in its image, 1000 the bot, 0 the proxy. The databases' certificate is for all to check.
chown 999 mongodb-certificate mongodb-members mongodb-root mongodb-begin
chmod 400 mongodb-certificate mongodb-members mongodb-root mongodb-begin
chown 1000 mongodb-uri teams-app-password
chmod 400 mongodb-uri
chmod 600 teams-app-password
chmod 444 mongodb-ca
echo "Made. Now: put the client secret of Teams into deploy/compose/secrets/teams-app-password, your own certificate into
tls-certificate and tls-key, the app's ids into bot.env; then: docker compose -f deploy/compose/compose.yaml up -d"
