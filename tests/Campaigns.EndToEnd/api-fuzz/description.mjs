// How a description of an API is read.

// The paths that a template stands for.
export function pattern(path) {
  return new RegExp(`^${path.replace(/[.$()]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`, 'u');
}

// What a reference stands for, and everything else as it is.
export function resolved(document, value) {
  return value?.$ref ? value.$ref.slice(2).split('/').reduce((at, name) => at[name], document) : value;
}
