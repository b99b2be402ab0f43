// Judges Kusto queries as the service binds them: {"name": "query"} on standard input, one line for each finding on standard output, as JSON.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
require('@kusto/language-service-next/bridge.min.js');
require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
const { DatabaseSymbol, TableSymbol } = Kusto.Language.Symbols;

const tables = Object.entries(JSON.parse(readFileSync(new URL('tables.json', import.meta.url), 'utf8')).tables)
  .map(([name, columns]) => new TableSymbol.$ctor7(name, `(${columns})`, ''));
const workspace = Kusto.Language.GlobalState.Default.WithDatabase(new DatabaseSymbol.ctor('workspace', tables));
const findings = Object.entries(JSON.parse(readFileSync(0, 'utf8'))).flatMap(([name, query]) => {
  const found = Kusto.Language.KustoCode.ParseAndAnalyze(query, workspace).GetDiagnostics();
  return Array.from({ length: found.Count }, (_, at) => found.getItem(at)).map((one) => `${name}, ${place(query, one.Start)}: ${one.Message} (${one.Code} ${one.Severity})`);
});
process.stdout.write(JSON.stringify(findings));

function place(query, start) {
  const lines = query.slice(0, start).split('\n');
  return `line ${lines.length} column ${lines.at(-1).length + 1}`;
}
