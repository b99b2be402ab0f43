// Starts a whole Bluesky network (identity directory, personal data server, app view) with a PostgreSQL and a Redis of its own, all on free
// loopback ports, then prints one line of JSON that says where. All of it ends with this process, however that ends.
// Usage: node -r ../bluesky-pds/loopback.cjs network.cjs DATA_FOLDER POSTGRESQL_BINARIES
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');

// PostgreSQL refuses to run as root.
const user = process.getuid() === 0 ? ['--reuid', 'postgres', '--regid', 'postgres', '--clear-groups'] : [];

const freePort = () => new Promise((resolve, reject) => {
  const probe = net.createServer().on('error', reject);
  probe.listen(0, () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

const connects = (port) => new Promise((resolve) => {
  const socket = net.connect(port, '127.0.0.1', () => {
    socket.destroy();
    resolve(true);
  }).on('error', () => resolve(false));
});

async function answers(port) {
  for (let tries = 0; tries < 240; tries++) {
    if (await connects(port)) {
      return;
    }

    await new Promise((resolve) => { setTimeout(resolve, 250); });
  }

  throw new Error(`Nothing answers on port ${port}.`);
}

// The kernel sends the signal once this process is gone, also where it had no time to do anything about it.
function keep(signal, as, command, args, cwd) {
  spawn('setpriv', ['--pdeathsig', signal, ...as, command, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] }).on('exit', (code) => {
    console.error(`${command} ended with ${code}.`);
    process.exit(1);
  });
}

async function main(folder, binaries) {
  const data = path.join(folder, 'postgres');
  fs.mkdirSync(data);
  if (user.length > 0) {
    fs.chmodSync(folder, 0o755);
    spawnSync('chown', ['postgres:postgres', data]);
  }

  const made = spawnSync(
    'setpriv',
    [...user, path.join(binaries, 'initdb'), '-D', data, '-U', 'network', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale', 'C'],
    { cwd: data, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    throw new Error(`initdb failed: ${made.error ?? made.stderr}`);
  }

  const [postgres, redis] = [await freePort(), await freePort()];
  const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'log_min_messages=fatal', 'max_connections=200'].flatMap((setting) => ['-c', setting]);
  keep('QUIT', user, path.join(binaries, 'postgres'), ['-D', data, '-p', `${postgres}`, '-k', '', ...settings], data);
  keep('KILL', [], 'redis-server', ['--port', `${redis}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], folder);
  await answers(postgres);
  await answers(redis);

  process.env.DB_POSTGRES_URL = `postgresql://network@127.0.0.1:${postgres}/postgres`;
  process.env.REDIS_HOST = `127.0.0.1:${redis}`;
  const { TestNetwork } = require('@atproto/dev-env');
  const network = await TestNetwork.create({ dbPostgresSchema: 'network' });
  process.stdout.write(`${JSON.stringify({ service: network.pds.url, view: network.bsky.url })}\n`);
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
