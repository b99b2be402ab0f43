// Sends a request as it stands, with a path that nothing tidies up.
import http from 'node:http';
import { gunzipSync } from 'node:zlib';

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

export async function send(engine, key, request, patience = 60_000) {
  try {
    return await sendOnce(engine, key, request, patience);
  } catch (fault) {
    // A connection that the server had closed meanwhile; a second time is a fault.
    if (fault.code === 'ECONNRESET' || fault.code === 'EPIPE') {
      return await sendOnce(engine, key, request, patience);
    }

    throw fault;
  }
}

function sendOnce(engine, key, { method, path, headers, body }, patience) {
  return new Promise((resolve, reject) => {
    const sent = http.request(
      { agent, host: engine.hostname, port: engine.port, method: method.toUpperCase(), path, headers: { ...headers, 'x-functions-key': key, ...(body ? { 'content-length': body.length } : {}) }, timeout: patience },
      answer => {
        const parts = [];
        answer.on('data', part => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const bytes = Buffer.concat(parts);
          const text = (answer.headers['content-encoding'] === 'gzip' && bytes.length > 0 ? gunzipSync(bytes) : bytes).toString('utf8');
          resolve({ status: answer.statusCode, headers: answer.headers, body: text, json: parsed(text) });
        });
      });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${patience / 1000} s`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
