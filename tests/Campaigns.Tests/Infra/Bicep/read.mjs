// Reads Bicep files into JSON: what they declare, as expressions that tests can look into, and every place that is no Bicep.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

// A file is named, or comes on standard input as {"name": "text"} where a test has changed it.
const sources = process.argv.length > 2
  ? Object.fromEntries(process.argv.slice(2).map((path) => [path, readFileSync(path, 'utf8')]))
  : JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(sources).map(([name, text]) => [name, read(grammatical(name, text))]))));

function read(text) {
  const root = parser.parse(text).rootNode;
  const file = { errors: [], declarations: [] };
  findErrors(root, file.errors);
  let decorators = [];
  for (const node of root.namedChildren) {
    if (node.type === 'comment') continue;
    if (node.type === 'decorators') {
      decorators = node.namedChildren.map((decorator) => expression(decorator.namedChildren[0]));
      continue;
    }

    file.declarations.push(declaration(node, decorators));
    decorators = [];
  }

  return file;
}

// The grammar knows no parameter files: there, a parameter is what a variable is elsewhere.
function grammatical(name, text) {
  return name.endsWith('.bicepparam') ? text.replace(/^param (?=\w+ =)/gm, 'var ') : text;
}

function findErrors(node, errors) {
  if (node.isError || node.isMissing) errors.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`);
  for (const child of node.children) findErrors(child, errors);
}

function declaration(node, decorators) {
  const parts = node.namedChildren.filter((child) => child.type !== 'comment');
  const kind = node.type.replace(/_(declaration|statement|assignment)$/, '');
  const named = parts[0]?.type === 'identifier' ? parts.shift().text : '';
  const found = { kind, name: named, type: '', value: null, existing: /\bexisting\b\s*=/.test(node.text.split('\n')[0]), decorators };
  for (const part of parts) {
    if (part.type === 'type') found.type = part.text;
    else if (kind === 'resource' && found.type === '' || kind === 'module' && found.type === '') found.type = plain(part);
    else found.value = expression(part);
  }

  return found;
}

function expression(node) {
  const parts = node.namedChildren.filter((child) => child.type !== 'comment');
  switch (node.type) {
    case 'string': return parts.some((part) => part.type === 'interpolation')
      ? { kind: 'text', value: node.text.slice(1, -1), parts: parts.filter((part) => part.type === 'interpolation').map((part) => expression(part.namedChildren[0])) }
      : { kind: 'string', value: plain(node) };
    case 'multiline_string': return { kind: 'string', value: node.text.slice(3, -3) };
    case 'number': return { kind: 'number', value: node.text };
    case 'boolean': return { kind: 'boolean', value: node.text };
    case 'null': return { kind: 'null' };
    case 'object': return { kind: 'object', properties: parts.map((property) => [key(property), expression(property.namedChildren.filter((child) => child.type !== 'comment').at(-1))]) };
    case 'array': return { kind: 'array', items: parts.map(expression) };
    case 'identifier': return { kind: 'name', value: node.text };
    case 'member_expression': return { kind: 'member', value: node.text.replaceAll('!', ''), parts: [expression(node.childForFieldName('object'))] };
    case 'parenthesized_expression': return expression(parts[0]);
    case 'call_expression': return { kind: 'call', value: node.childForFieldName('function').text, parts: node.childForFieldName('arguments').namedChildren.filter((child) => child.type !== 'comment').map(expression) };
    default: return { kind: 'other', value: node.type, parts: parts.map(expression) };
  }
}

function key(property) {
  const name = property.namedChildren.find((child) => child.type !== 'comment');
  return name.type === 'string' ? plain(name) : name.text;
}

function plain(node) {
  return node.text.replace(/^'|'$/g, '').replaceAll("\\'", "'").replaceAll('\\\\', '\\');
}
