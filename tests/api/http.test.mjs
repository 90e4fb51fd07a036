// What holds for every address: methods, negotiation, conditional reads, CORS, and refusals.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { event, response, surveys } from '../harness/fixtures.mjs'
import { api, reads, routes } from '../harness/routes.mjs'
import { contract, suite } from '../harness/suite.mjs'

const s = suite(import.meta, { load: [event, ...Object.values(surveys)] })
const post = '/api/v1/surveys/arena-open/responses'
const sorted = allow => allow.split(', ').sort().join(' ')

// What Allow should say of a route: its methods, HEAD beside GET, OPTIONS always.
const expected = ({ methods }) => [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(' ')

test('an address that does not exist is not found, by any method', async () => {
	for (const target of ['/nothing', '/api', '/api/v1', '/api/v1/', '/api/v1/events/', '/api/v2/events', '//', '/API/v1/events', '/s', '/s/', '/static', '/static/', '/health', '/api/v1/surveys/arena-open/nothing', '/static/../etc/passwd', '/static/%2e%2e%2fsecret', '/favicon.ico/x']) {
		const answer = await s.get(target)
		assert.equal(answer.status, 404, target)
	}
	assert.equal((await s.request('DELETE', '/nothing')).status, 404)
	assert.equal((await s.post('/nothing', {})).status, 404)
})

test('a method that an address does not have is refused with those that it has', async () => {
	for (const route of routes) {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'GET'].filter(name => !route.methods.includes(name))) {
			const answer = await s.request(method, route.path, method === 'GET' ? {} : { json: {} })
			assert.equal(answer.status, 405, `${method} ${route.path}`)
			assert.equal(sorted(answer.header('allow')), expected(route), route.path)
		}
	}
})

test('a method that nobody knows is refused', async () => {
	for (const method of ['TRACE', 'CONNECTED', 'BREW', 'PROPFIND']) {
		const { answers } = await s.raw(`${method} /api/v1/events HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
		assert.ok(answers[0] && [400, 405, 501].includes(answers[0].status), `${method}: ${answers[0]?.status}`)
	}
})

test('OPTIONS tells the methods of every address', async () => {
	for (const route of routes) {
		const answer = await s.request('OPTIONS', route.path)
		assert.equal(answer.status, 204, route.path)
		assert.equal(sorted(answer.header('allow')), expected(route), route.path)
	}
})

test('HEAD answers as GET does, without the body', async () => {
	for (const { path } of reads.filter(route => route.template !== '/s/{survey}')) {
		const [get, head] = [await s.get(path), await s.head(path)]
		assert.equal(head.status, get.status, path)
		for (const name of ['content-type', 'etag', 'cache-control', 'content-length', 'link', 'content-language']) assert.equal(head.header(name), get.header(name), `${path}: ${name}`)
	}
	assert.equal((await s.head('/nothing')).status, 404)
})

test('a read that has not changed is 304, and only then', async () => {
	for (const route of reads.filter(one => one.describes('GET', '304'))) {
		const first = await s.get(route.path)
		const tag = first.header('etag')
		const same = [tag, `W/${tag}`.replace('W/W/', 'W/'), `"other", ${tag}`, '*']
		for (const value of same) assert.equal((await s.get(route.path, { 'If-None-Match': value })).status, 304, `${route.path}: ${value}`)
		for (const value of ['"other"', tag.slice(0, -2) + '"', tag.replaceAll('"', '')]) assert.equal((await s.get(route.path, { 'If-None-Match': value })).status, 200, `${route.path}: ${value}`)
		assert.equal((await s.get(route.path)).header('etag'), tag, `${route.path} keeps its tag`)
	}
})

test('a tag is of one content: language and query make another', async () => {
	const tags = await Promise.all(['/?lang=sv', '/?lang=en', '/problems/invalid?lang=sv', '/problems/invalid?lang=en'].map(async target => (await s.get(target)).header('etag')))
	assert.equal(new Set(tags).size, tags.length)
	const lists = await Promise.all(['', '?limit=1', '?status=closed'].map(async query => (await s.get(`/api/v1/surveys${query}`)).header('etag')))
	assert.equal(new Set(lists).size, lists.length)
})

test('any site may read the API, and none may send by it', async () => {
	for (const { path } of reads.filter(route => route.template.startsWith('/api/'))) assert.equal((await s.get(path, { Origin: 'https://other.example' })).header('access-control-allow-origin'), '*', path)
	const sent = await s.post(post, response(), { Origin: 'https://other.example' })
	const asked = await s.request('OPTIONS', post, { headers: { Origin: 'https://other.example', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' } })
	assert.equal(sent.header('access-control-allow-credentials'), undefined)
	assert.doesNotMatch(asked.header('access-control-allow-methods') ?? '', /POST/)
})

test('a form of another site can not send a response as JSON', async () => {
	for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
		const answer = await s.request('POST', post, { body: JSON.stringify(response()), headers: { 'Content-Type': type } })
		assert.equal(answer.status, 415, type)
	}
})

test('a format that an address does not have is not acceptable', async () => {
	const key = await s.key()
	for (const route of routes) {
		for (const method of route.methods.filter(one => route.describes(one, '406'))) {
			const body = method === 'POST' ? { json: response() } : {}
			for (const accept of ['text/csv', 'application/xml, text/*', 'application/json;q=0']) {
				const answer = await s.request(method, route.path, { ...body, headers: { ...key, Accept: accept } })
				assert.equal(answer.status, 406, `${method} ${route.path}: ${accept}`)
			}
		}
	}
})

test('whoever takes JSON, by name or by a star, gets it', async () => {
	for (const accept of ['application/json', 'application/*', '*/*', 'text/html, */*;q=0.1', 'application/json; charset=utf-8', 'APPLICATION/JSON', '', 'text/html;q=0.9,application/json;q=0.8']) {
		assert.equal((await s.get('/api/v1/events', { Accept: accept })).status, 200, accept)
	}
})

test('a parameter that the API does not know is refused, with the nearest', async () => {
	const key = await s.key()
	for (const route of api.filter(one => one.describes('GET', '422'))) {
		const answer = await s.get(`${route.path}?unbekannt=1`, key)
		assert.equal(answer.status, 422, route.path)
		assert.deepEqual(answer.faults, ['unbekannt unknown_parameter'])
	}
	assert.match((await s.get('/api/v1/events?limti=5')).json.errors[0].detail, /limit/)
})

test('an address that is no text is a bad request', async () => {
	for (const route of routes) {
		for (const query of ['%zz', 'a=%', 'a=%f', 'a=%00', 'a=%ff', 'a=%c3%28', '%ed%a0%80=1']) {
			const body = route.methods[0] === 'POST' ? { json: response() } : {}
			const answer = await s.request(route.methods[0], `${route.path}?${query}`, body)
			assert.equal(answer.status, 400, `${route.path}?${query}`)
			assert.equal(answer.json.type, '/problems/bad-request')
		}
	}
	for (const path of ['/api/v1/events/%zz', '/api/v1/events/%', '/s/%c3', '/s/a%00b']) assert.equal((await s.get(path)).status, 400, path)
})

test('an address that is too long is refused before it is looked at', async () => {
	const { answers } = await s.raw(`GET /api/v1/events?${'a'.repeat(9000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)

	assert.equal(answers.length, 1)
	assert.ok([400, 413, 414, 431].includes(answers[0].status), String(answers[0].status))
})

test('an encoded path is the same as a plain one', async () => {
	const plain = await s.get('/api/v1/events/arena')
	const encoded = await s.get('/api/v1/events/%61ren%61')

	assert.deepEqual([encoded.status, encoded.text], [200, plain.text])
})

test('what is not JSON is told with line and column', async () => {
	const put = body => s.request('POST', post, { body, headers: { 'Content-Type': 'application/json' } })
	const places = [['', 1], ['{"version":1,', 1], ['{\n  "version": 1,\n  language: "sv"\n}', 3], ['{"a":1}}', 1], ["{'version':1}", 1], ['{"version":01}', 1], ['{"version":NaN}', 1], ['[1,]', 1], ['{"a":"\u0001"}', 1], ['nul', 1], ['// no\n{}', 1], ['{"version":1}\n\n x', 3]]
	for (const [body, line] of places) {
		const answer = await put(body)
		assert.equal(answer.status, 400, JSON.stringify(body))
		assert.equal(answer.json.type, '/problems/not-json', JSON.stringify(body))
		assert.equal(answer.json.line, line, JSON.stringify(body))
	}
	const { column } = (await put('{\n  "version": 1,\n  language: "sv"\n}')).json
	assert.ok(column >= 3 && column <= 11, `column ${column} lies within the word that is wrong, or at its end`)
})

test('JSON with bytes that are not UTF-8, with half a surrogate or a name twice, is refused', async () => {
	const put = body => s.request('POST', post, { body, headers: { 'Content-Type': 'application/json' } })
	const around = bytes => Buffer.concat([Buffer.from('{"version":1,"language":"sv","answers":{"role":"official","word":"'), Buffer.from(bytes), Buffer.from('"}}')])
	for (const bytes of [[0xff], [0xc3], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x00]]) {
		const answer = await put(around(bytes))
		assert.ok([400, 422].includes(answer.status), `${bytes}: ${answer.status}`)
	}
	for (const text of ['\\ud800', '\\udc00\\ud800', '\\u0000']) {
		const answer = await put(around(text))
		assert.ok([400, 422].includes(answer.status), `${text}: ${answer.status}`)
	}
	for (const body of ['{"version":1,"version":1,"language":"sv","answers":{"role":"official"}}', '{"version":1,"language":"sv","answers":{"role":"official","role":"politician"}}']) {
		const answer = await put(body)
		assert.ok([400, 422].includes(answer.status), `${body}: ${answer.status}`)
	}
	assert.equal((await put(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(response()))]))).status, 400, 'a byte order mark is no JSON')
})

test('very deep JSON is refused and harms nothing', async () => {
	const put = body => s.request('POST', post, { body, headers: { 'Content-Type': 'application/json' } })
	for (const body of ['['.repeat(30000) + ']'.repeat(30000), '{"a":'.repeat(10000) + '1' + '}'.repeat(10000), '['.repeat(60000)]) {
		const answer = await put(body)
		assert.ok([400, 422].includes(answer.status), String(answer.status))
	}
	assert.equal((await s.post(post, response())).status, 201)
})

test('a media type is read whole, not by its first letters', async () => {
	const put = type => s.request('POST', post, { body: JSON.stringify(response()), headers: type === undefined ? {} : { 'Content-Type': type } })

	for (const type of ['application/json', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON']) assert.equal((await put(type)).status, 201, type)
	for (const type of [undefined, 'application/jsonx', 'application/xml', 'text/json', 'application/json; charset=latin1', 'application/problem+json', 'json', '*/*']) assert.equal((await put(type)).status, 415, String(type))
})

test('a compressed body is not taken for a plain one', async () => {
	const answer = await s.request('POST', post, { body: JSON.stringify(response()), headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' } })

	assert.equal(answer.status, 415)
})

test('a body that comes in chunks is taken as one', async () => {
	const body = JSON.stringify(response())
	const chunks = [body.slice(0, 1), body.slice(1, 40), body.slice(40)].map(part => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`).join('')

	const { answers } = await s.raw(`POST ${post} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunks}0\r\n\r\n`)

	assert.equal(answers.length, 1)
	assert.equal(answers[0].status, 201)
	contract.check('POST', post, answers[0])
})

test('chunks are bounded as other bodies are', async () => {
	const chunk = `${(50000).toString(16)}\r\n${' '.repeat(50000)}\r\n`

	const { answers } = await s.raw(`POST ${post} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunk.repeat(3)}0\r\n\r\n`)

	assert.equal(answers[0]?.status, 413)
})

test('every answer bears what guards a browser', async () => {
	for (const target of ['/', '/s/arena-open', '/s/arena-open/results', '/api/v1/events', '/nothing', '/static/samrad.css', '/problems/invalid', '/health/live']) {
		const answer = await s.get(target)
		assert.equal(answer.header('x-content-type-options'), 'nosniff', target)
		assert.equal(answer.header('server'), undefined, target)
		assert.equal(answer.header('set-cookie'), undefined, `${target} sets no cookie`)
	}
})

test('one connection carries many requests, one after the other', async () => {
	const one = 'GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n'

	const { answers } = await s.raw(one.repeat(5))

	assert.deepEqual(answers.map(answer => answer.status), [200, 200, 200, 200, 200])
})

test('HTTP/1.0 is answered too, without a Host', async () => {
	const { answers, closed } = await s.raw('GET /health/live HTTP/1.0\r\n\r\n')

	assert.equal(answers[0].status, 200)
	assert.ok(closed)
})

test('each request has a number of its own in its problem', async () => {
	const all = await Promise.all(Array.from({ length: 20 }, () => s.get('/nothing')))

	assert.equal(new Set(all.map(answer => answer.json.instance)).size, 20)
})
