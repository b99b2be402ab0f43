// Preloaded into every server that the tests start: it ends when the process that started it ends, however that ended.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
