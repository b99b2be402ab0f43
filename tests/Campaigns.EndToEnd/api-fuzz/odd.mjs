// Values that nobody means to send.
const long = 'a'.repeat(100 * 1024);

export const texts = [
  '', ' ', '\t\n', '\u0000', 'a\u0000b', '\u0001\u001b[31m\u007f', '\ud800', 'x\udc00y', '\ufeff', '\u202egnp.exe', '\u200b', 'e\u0301'.repeat(50), '👩‍👩‍👧‍👧', 'ﷺ', 'İi\u0307',
  '..', '../../etc/passwd', '/', '\\', '%2F', '%00', '%', "'", "' or 1 eq 1 or '", '"', '`', '{{7*7}}', '${x}', '<script>alert(1)</script>', '=1+1', '@SUM(A1)', '-1', '+44 7700 900123',
  'null', 'true', 'NaN', 'Infinity', '0', '-0', '1e400', '9'.repeat(400), '0x10', '١٢٣', '2015-02-30', '0000-00-00', '9999-12-31', '10000-01-01', '2015-06-08', '2015-06-08T24:00:00Z',
  '2015-06-08T09:00:00+99:00', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59.9999999-14:00', '2015-03-29T01:30', 'P1D', 'give-blood', 'GIVE-BLOOD', 'constructor', '__proto__', '$type', '#',
  '#MissingType', 'x', 'bluesky', 'mastodon', 'manual', 'file:///etc/passwd', 'http://127.0.0.1:9/', 'http://[::ffff:7f00:1]:9/', 'gopher://x', 'http://', 'data:,x', 'javascript:alert(1)',
  '*', 'W/"x"', 'a\r\nX-Injected: 1', '\u2028', 'a'.repeat(255), 'a'.repeat(1025), 'é'.repeat(32 * 1024), long, '('.repeat(2000), `${'#a'.repeat(5000)}`, '%s%n%x', 'Europe/London', 'Mars/Olympus',
];

export const values = [
  null, true, false, 0, -1, 1, -0.5, 1e-320, 1.7976931348623157e308, 9007199254740993, 2147483648, -2147483649, 1e21, [], {}, [[]], [null], [{}], { '': '' }, { a: { b: { c: [] } } },
  [1, 'a', null, {}], Array(2000).fill('a'), Array(300).fill({}), { constructor: 1, toString: null },
];

export const numbers = ['1e999', '-1e999', '99999999999999999999999999', '1.0', '0.1e1', '-0', '9223372036854775808', `1${'0'.repeat(5000)}`, '1e-999'];

// As they stand in a path.
export const segments = [
  '..', '.', '%2e%2e', '%2F', 'a%2Fb', '%5C', '%00', 'a%00b', '%', '%zz', '%ff%fe', '%ED%A0%80', '%0d%0aX:1', '%20', '%09', '%7f', '%F0%9F%A9%B8', '%C4%B0', ';a=b', 'a;b', '~', '+', "'", '%27', '$', '!',
  '(', '*', ':', '@', '=', '&', '%23', '%3F', '%25', '%2525', 'a'.repeat(300), 'a'.repeat(2000), '%C3%A9'.repeat(300), '-', '_', '0', '-1', '1e9', 'null', 'GIVE-BLOOD', 'give-blood%20', 'give-blood.',
  '{campaignId}', '%7B%7D', 'Results', 'replay', 'openapi.json', '2015-13-45', '2015-06-08T00:00:00Z', '__proto__', 'a!b', 'a|b', '%E2%80%AE', 'con', '.git', '%3Cscript%3E', '..%2f..%2f', '..%5c..',
];

export const headers = [
  ['accept', '*/*'], ['accept', 'text/html;q=0.9, application/json;q=abc'], ['accept', 'application/xml'], ['accept', ';;;'], ['accept', `text/csv${', a/b'.repeat(500)}`], ['accept', ''],
  ['accept-encoding', 'gzip'], ['accept-encoding', 'br, gzip;q=0'], ['accept-encoding', 'identity;q=0, *;q=0'], ['accept-encoding', 'gzip;q=2, nonsense'], ['accept-language', 'cy, *;q=x'],
  ['range', 'bytes=0-0'], ['range', 'bytes=-1'], ['range', 'bytes=99999999999999999999-'], ['range', 'lines=1-2'], ['if-range', '"x"'],
  ['if-match', '*'], ['if-match', '"nothing"'], ['if-match', ''], ['if-match', '"'], ['if-match', 'W/"a", "b", c'], ['if-none-match', '*'], ['if-none-match', '"x"'], ['if-none-match', ',,,'], ['if-none-match', `"${'a'.repeat(4000)}"`],
  ['if-modified-since', 'yesterday'], ['if-modified-since', 'Thu, 01 Jan 1970 00:00:00 GMT'], ['if-unmodified-since', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['prefer', 'odata.maxpagesize=0'], ['prefer', 'odata.maxpagesize=99999999999'], ['prefer', 'respond-async, wait=-1'], ['odata-version', '9.9'], ['odata-maxversion', 'x'],
  ['content-encoding', 'gzip'], ['content-encoding', 'nonsense'], ['expect', '100-continue'], ['origin', 'null'], ['origin', 'http://evil.example'], ['x-forwarded-for', '1.2.3.4'], ['x-forwarded-host', 'evil.example'],
  ['x-http-method-override', 'DELETE'], ['authorization', 'Bearer x.y.z'], ['authorization', 'Basic Og=='], ['x-ms-client-principal', 'bm9uc2Vuc2U='], ['cookie', 'a=b; '.repeat(200)],
  ['traceparent', '00-00000000000000000000000000000000-0000000000000000-00'], ['traceparent', 'nonsense'], ['baggage', 'a=b;c'.repeat(100)], ['user-agent', '${jndi:ldap://127.0.0.1:9/a}'], ['x-odd', 'é\xff'],
  ['content-type', 'application/json; charset=utf-16'], ['content-type', 'application/json; charset=nonsense'], ['content-type', ''], ['content-type', 'nonsense'], ['content-type', 'multipart/form-data'],
  ['content-type', 'application/x-www-form-urlencoded'], ['content-type', 'text/csv; header=absent'], ['content-type', 'text/plain'], ['content-type', 'application/xml'], ['content-type', 'application/x-ndjson'], ['content-type', 'text/csv'],
];
