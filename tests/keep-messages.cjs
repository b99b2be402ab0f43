// Preloaded into an emulator that keeps everything in memory. There each message's text is a thing of its own, and once a minute those of
// deleted messages are taken away one by one; each time all the others are sorted anew, and nothing is answered meanwhile. After a few
// ten thousand messages that takes longer than any client waits. What the tests leave behind is a few megabytes: it stays.
const { createRequire } = require('node:module');
const sweep = createRequire(require.main?.filename ?? process.argv[1])('./queue/gc/QueueGCManager').default;
if (typeof sweep.prototype.markSweep !== 'function') {
  throw new Error('Azurite sweeps otherwise than this file knows.');
}

sweep.prototype.markSweep = async () => {};
