// Starts an identity directory (PLC) and a personal data server (PDS) on free loopback ports, then prints one line of JSON that says where.
// Usage: node -r ./loopback.cjs server.cjs DATA_FOLDER JWT_SECRET
const crypto = require('node:crypto');
const net = require('node:net');
const path = require('node:path');
const plc = require('@did-plc/server');
const pds = require('@atproto/pds');

const freePort = () => new Promise((resolve, reject) => {
  const probe = net.createServer().on('error', reject);
  probe.listen(0, () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

const secret = () => crypto.randomBytes(32).toString('hex');

async function main(folder, jwtSecret) {
  const [plcPort, pdsPort] = [await freePort(), await freePort()];
  await plc.PlcServer.create({ db: plc.Database.mock(), port: plcPort }).start();

  const directory = `http://127.0.0.1:${plcPort}`;
  const env = {
    hostname: 'localhost',
    port: pdsPort,
    devMode: true,
    disableSsrfProtection: true,
    inviteRequired: false,
    didPlcUrl: directory,
    serviceHandleDomains: ['.test'],
    dataDirectory: folder,
    blobstoreDiskLocation: path.join(folder, 'blobs'),
    blobstoreDiskTmpLocation: path.join(folder, 'blobs-coming'),
    rateLimitsEnabled: true,
    jwtSecret,
    adminPassword: secret(),
    dpopSecret: secret(),
    plcRotationKeyK256PrivateKeyHex: secret(),
  };
  await (await pds.PDS.create(pds.envToCfg(env), pds.envToSecrets(env))).start();
  process.stdout.write(`${JSON.stringify({ service: `http://127.0.0.1:${pdsPort}`, directory })}\n`);
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
