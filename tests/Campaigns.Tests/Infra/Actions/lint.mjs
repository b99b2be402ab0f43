// Lints workflows as GitHub's own editor does: {"path": "text"} on standard input, one line for each finding on standard output, as JSON.
import { register } from 'node:module';
import { readFileSync } from 'node:fs';

// The packages import JSON as bundlers take it, and Node wants it to be said.
register('data:text/javascript,' + encodeURIComponent("export const load = (url, context, next) => next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);"));
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

const findings = [];
for (const [path, text] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) {
  for (const found of await validate(TextDocument.create(`file:///${path}`, 'yaml', 1, text))) {
    findings.push(`${path}, line ${found.range.start.line + 1} column ${found.range.start.character + 1}: ${found.message}`);
  }
}

process.stdout.write(JSON.stringify(findings));
