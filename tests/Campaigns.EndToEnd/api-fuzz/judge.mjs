// Holds every answer to the description: never a fault of the engine's own, nothing of its inside, and problem details wherever it refuses.
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { pattern, resolved } from './description.mjs';

// What no answer has any business saying; none of it stands in what is sent. (The feed's own types are published in its $metadata.)
const inside = /\n\s+at [\w.<>`]+\(|\.cs:line \d|\b(?:System|Microsoft|Azure|Campaigns(?!\.Feed\.)|Newtonsoft)\.[A-Z]\w+|\wException\b|StackTrace|stack trace/;

// What the host itself answers to what is no HTTP, or no path of the engine: without a body, as Azure Functions does.
const ofTheHost = [400, 404, 405, 411, 414, 431];

export class Judge {
  #document;
  #templates;
  #ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  #compiled = new Map();

  constructor(document) {
    this.#document = document;
    addFormats(this.#ajv);
    this.#templates = Object.entries(document.paths).map(([path, item]) => ({ item, path, pattern: pattern(path) }))
      .sort((one, other) => one.path.split('{').length - other.path.split('{').length);
  }

  // What is wrong with an answer; empty where nothing is.
  faults(request, answer) {
    const told = `${JSON.stringify(answer.headers)}\n${answer.body}`;
    const faults = [];
    const operation = this.#operation(request);
    const response = resolved(this.#document, operation?.responses[answer.status]);
    if (answer.status >= 500 && !(answer.status === 501 && response)) {
      faults.push('is a fault of the engine');
    }

    if (answer.status >= 400 ? inside.test(told) : /\n\s+at [\w.<>`]+\(.*\)|\.cs:line \d/.test(told)) {
      faults.push(`tells of the inside: ${inside.exec(told)?.[0]}`);
    }

    // The preflight of a browser, and methods that no route has.
    if (request.method === 'options' || (!operation && answer.status === 404 && answer.body === '')) {
      return faults;
    }

    // The feed's routes are held to a pattern: what does not fit it goes to no route.
    const noRoute = !operation || (answer.status === 404 && request.path.startsWith('/api/odata/'));
    if (answer.body === '' && ofTheHost.includes(answer.status) && (request.isOdd || noRoute || answer.status === 414)) {
      return faults;
    }

    if (!operation) {
      return request.isOdd ? faults : [...faults, 'is an answer of no route'];
    }

    if (!response) {
      return [...faults, 'is not described'];
    }

    return [...faults, ...this.#body(request, answer, response)];
  }

  #body(request, answer, response) {
    const mediaType = (answer.headers['content-type'] ?? '').split(';')[0];
    const content = response.content?.[mediaType];
    if (request.method === 'head') {
      return answer.body === '' ? [] : ['has a body'];
    }

    if (answer.body === '') {
      // A document of lines is empty where there is no line to tell.
      return response.content && !(content && mediaType.endsWith('ndjson')) ? ['has no body'] : [];
    }

    if (!content) {
      return [`is ${mediaType || 'of no media type'}, which is not described`];
    }

    if (answer.status >= 400 && mediaType !== 'application/problem+json' && !answer.headers['odata-version']) {
      return [`is ${mediaType} and no problem`];
    }

    return mediaType.endsWith('json') && !mediaType.endsWith('ndjson') ? this.#hold(content.schema, answer) : [];
  }

  #hold(schema, answer) {
    if (answer.json === undefined) {
      return ['is no JSON'];
    }

    const key = JSON.stringify(schema);
    if (!this.#compiled.has(key)) {
      this.#compiled.set(key, this.#ajv.compile({ ...schema, components: this.#document.components }));
    }

    const validate = this.#compiled.get(key);
    return validate(answer.json) ? [] : [`is not as described: ${validate.errors.slice(0, 3).map(error => `${error.instancePath} ${error.message}`).join('; ')}`];
  }

  #operation(request) {
    // As the server reads it: dots are steps, what is escaped is unescaped but for a slash, and one at the end counts for nothing.
    const path = new URL(`http://x${request.path}`).pathname.split('/').map(unescaped).join('/').replace(/\/$/, '');
    return this.#templates.find(({ item, pattern }) => item[request.method] && pattern.test(path))?.item[request.method];
  }
}

function unescaped(segment) {
  try {
    return decodeURIComponent(segment.replace(/%2f/gi, '%252F'));
  } catch {
    return segment;
  }
}
