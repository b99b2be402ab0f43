// Reads { document, exchanges } from its input and prints what is wrong, one fault on each line.
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const { document, exchanges } = JSON.parse(readFileSync(0, 'utf8'));
const faults = [];

const checked = await new Validator().validate(structuredClone(document));
if (!checked.valid) {
  faults.push(`This is no OpenAPI: ${JSON.stringify(checked.errors)}`);
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
const known = new Map();

// Readers may meet fields that come later. The tests may not: what is answered must be described.
function close(schema) {
  if (schema && typeof schema === 'object') {
    if (schema.properties && !schema.allOf && schema.additionalProperties === undefined) {
      schema.additionalProperties = false;
    }

    Object.values(schema).forEach(close);
  }
}

const closed = structuredClone(document);
close(closed.components.schemas);
close(closed.paths);
closed.components.schemas.Problem.additionalProperties = true;

function resolve(value) {
  return value?.$ref ? value.$ref.slice(2).split('/').reduce((at, name) => at[name], closed) : value;
}

function hold(at, schema, value) {
  const key = JSON.stringify(schema);
  if (!known.has(key)) {
    known.set(key, ajv.compile({ ...schema, components: closed.components }));
  }

  const validate = known.get(key);
  if (!validate(value)) {
    faults.push(`${at}: ${validate.errors.map(error => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`).join('; ')}`);
  }
}

function examples(at, holder) {
  if (holder?.schema && holder.example !== undefined) {
    hold(`${at} example`, holder.schema, holder.example);
  }

  for (const [name, example] of Object.entries(holder?.examples ?? {})) {
    hold(`${at} example ${name}`, holder.schema, example.value);
  }
}

for (const [name, schema] of Object.entries(closed.components.schemas)) {
  (schema.examples ?? []).forEach(value => hold(`${name} example`, { $ref: `#/components/schemas/${name}` }, value));
}

for (const [path, item] of Object.entries(closed.paths)) {
  for (const [method, operation] of Object.entries(item).filter(([name]) => name !== 'parameters')) {
    const at = `${method} ${path}`;
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
    parameters.forEach(parameter => examples(`${at} ${parameter.name}`, parameter));
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(found => found[1]).sort();
    const named = parameters.filter(parameter => parameter.in === 'path').map(parameter => parameter.name).sort();
    if (inPath.join() !== named.join()) {
      faults.push(`${at}: the path has ${inPath}, and described are ${named}`);
    }

    Object.values(operation.requestBody?.content ?? {}).forEach(content => examples(at, content));
    Object.entries(operation.responses).forEach(([status, response]) =>
      Object.values(resolve(response).content ?? {}).forEach(content => examples(`${at} ${status}`, content)));
  }
}

for (const exchange of exchanges) {
  const at = `${exchange.method} ${exchange.path} ${exchange.status}`;
  const response = resolve(closed.paths[exchange.path]?.[exchange.method]?.responses[exchange.status]);
  if (!response) {
    faults.push(`${at} is not described`);
    continue;
  }

  const mediaType = (exchange.headers['content-type'] ?? '').split(';')[0];
  const content = response.content?.[mediaType];
  if (exchange.body !== '' && !content) {
    faults.push(`${at} is ${mediaType}, which is not described`);
  } else if (exchange.body === '' && response.content && exchange.method !== 'head') {
    faults.push(`${at} has no body`);
  } else if (exchange.body !== '') {
    const isJson = mediaType.endsWith('json') && mediaType !== 'application/x-ndjson';
    hold(at, content.schema, isJson ? JSON.parse(exchange.body) : exchange.body);
  }

  for (const name of ['etag', 'location', 'cache-control', 'content-disposition', 'vary']) {
    const isDescribed = Object.keys(response.headers ?? {}).some(header => header.toLowerCase() === name);
    if (name in exchange.headers && !isDescribed && exchange.status < 300) {
      faults.push(`${at} has the header ${name}, which is not described`);
    }
    if (isDescribed && ['etag', 'location'].includes(name) && !(name in exchange.headers)) {
      faults.push(`${at} lacks the header ${name}`);
    }
  }
}

process.stdout.write(faults.map(fault => `${fault}\n`).join(''));
