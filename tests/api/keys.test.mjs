// API keys: who may what, and that a key is nowhere but with its holder.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { event, surveys } from '../harness/fixtures.mjs'
import { links } from '../harness/lists.mjs'
import { contract, suite } from '../harness/suite.mjs'

const s = suite(import.meta, { load: [event, surveys.open, surveys.keyed] })
const all = contract.document.components.schemas.Scope.enum
const bearer = key => ({ Authorization: `Bearer ${key}` })
const wish = (changes = {}) => ({ name: 'Statistik', scopes: ['results:exact'], ...changes })
const prefixOf = headers => /samrad_([0-9a-f]{10})_/.exec(headers.Authorization)[1]
const inDays = days => new Date(Date.now() + days * 86400000).toISOString().replace(/\.\d+Z$/, 'Z')

// Each address that needs a key, with the scope that it names.
const guarded = contract.routes.flatMap(({ template, item }) => Object.entries(item).flatMap(([method, operation]) => (operation.security ?? []).filter((_, i, needs) => needs.length === 1).map(need => ({ method: method.toUpperCase(), path: template.replace('{prefix}', '0123456789'), scope: need.key[0] }))))
const ask = ({ method, path }, headers) => s.request(method, path, { headers, ...(method === 'POST' ? { json: wish() } : {}) })

function assertRefused(answer, status, challenge, what) {
	assert.equal(answer.status, status, what)
	assert.equal(answer.json.type, `/problems/${status === 401 ? 'unauthorized' : 'forbidden'}`, what)
	assert.equal(answer.header('www-authenticate'), challenge, what)
	assert.equal(answer.header('cache-control'), 'no-store', what)
}

test('who gives no key is told how one is given', async () => {
	assert.ok(guarded.length >= 4)
	for (const route of guarded) {
		for (const headers of [{}, { Authorization: 'Basic c2FtcmFkOng=' }, { Authorization: 'Receipt 1-q3Zx0lVY6mYk2d' }, { Authorization: 'Bearers x' }]) {
			assertRefused(await ask(route, headers), 401, 'Bearer realm="samrad"', `${route.method} ${route.path}`)
		}
	}
})

test('a key that is no key, is not known or has a wrong secret does not work', async () => {
	const good = (await s.key()).Authorization.slice('Bearer '.length)
	const other = last => good.slice(0, -1) + last
	const bad = ['', 'x', 'samrad_', good.slice(0, -1), `${good}0`, good.toUpperCase(), good.replace('samrad', 'samråd'), `samrad_0123456789_${'0'.repeat(64)}`, other(good.endsWith('0') ? '1' : '0'), `"${good}"`, `${good} ${good}`, `${good},${good}`, good.replace(/_([0-9a-f]{64})$/, '-$1')]
	for (const key of bad) {
		for (const route of guarded) assertRefused(await ask(route, { Authorization: Buffer.from(`Bearer ${key}`).toString('latin1') }), 401, 'Bearer realm="samrad", error="invalid_token"', key)
	}
})

test('the scheme is told in any case, as HTTP has it', async () => {
	const { Authorization } = await s.key()

	for (const scheme of ['bearer', 'BEARER', 'Bearer ']) assert.equal((await s.get('/api/v1/keys', { Authorization: Authorization.replace('Bearer', scheme) })).status, 200)
})

test('a key without the scope is forbidden, and told which it lacks', async () => {
	for (const route of guarded) {
		const key = await s.key(all.filter(scope => scope !== route.scope))
		const answer = await ask(route, key)
		assertRefused(answer, 403, `Bearer realm="samrad", error="insufficient_scope", scope="${route.scope}"`, route.path)
		assert.match(answer.json.detail, new RegExp(`\\b${route.scope}\\b`))
	}
})

test('a key with just the scope gets through', async () => {
	for (const route of guarded) assert.ok([200, 201, 403, 404].includes((await ask(route, await s.key([route.scope]))).status), route.path)
	assert.equal((await s.get('/api/v1/audit', await s.key(['audit:read']))).status, 200)
	assert.equal((await s.get('/api/v1/keys', await s.key(['keys:write']))).status, 200)
})

test('a key in the address is refused like any unknown parameter, and does not count as one', async () => {
	const key = await s.key()
	const secret = key.Authorization.slice('Bearer '.length)

	for (const name of ['key', 'api_key', 'access_token', 'Authorization']) {
		assert.equal((await s.get(`/api/v1/keys?${name}=${secret}`)).status, 401)
		assert.deepEqual((await s.get(`/api/v1/keys?${name}=${secret}`, key)).faults, [`${name} unknown_parameter`])
	}
	assert.equal((await s.get(`/api/v1/events?key=${secret}`)).status, 422)
	assert.doesNotMatch(s.service.log, new RegExp(secret), 'and it is not logged')
})

test('a made key is shown once, works, and is stored as a hash', async () => {
	const maker = await s.key()

	const made = await s.post('/api/v1/keys', wish({ scopes: ['audit:read', 'keys:write'], name: 'Året runt' }), maker)

	assert.equal(made.status, 201)
	const { key, ...rest } = made.json
	assert.deepEqual(rest, { prefix: rest.prefix, name: 'Året runt', scopes: ['keys:write', 'audit:read'], created_at: rest.created_at, expires_at: null, last_used_on: null, revoked_at: null })
	assert.equal(made.header('location'), `/api/v1/keys/${rest.prefix}`)
	assert.equal(made.header('cache-control'), 'private, no-store')
	assert.equal((await s.get('/api/v1/audit', bearer(key))).status, 200)
	const [, prefix, secret] = /^samrad_([0-9a-f]{10})_([0-9a-f]{64})$/.exec(key)
	assert.equal(prefix, rest.prefix)
	const [row] = await s.sql('SELECT * FROM api_key WHERE prefix = $1', [prefix])
	assert.equal(row.secret_hash.toString('hex'), createHash('sha256').update(secret).digest('hex'))
	for (const table of ['api_key', 'audit']) assert.equal(await s.value(`SELECT count(*) FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`, [secret]), 0, table)
	assert.doesNotMatch(s.service.log, new RegExp(secret))
})

test('keys are random: none is like another', async () => {
	const maker = await s.key()
	const made = []
	for (let i = 0; i < 20; i++) made.push(await s.post('/api/v1/keys', wish(), maker))

	assert.equal(new Set(made.map(answer => answer.json.prefix)).size, 20)
	assert.equal(new Set(made.map(answer => answer.json.key.slice(-64))).size, 20)
})

test('the list has all keys, newest first, without a secret, page by page', async () => {
	const key = await s.key()
	const total = await s.value('SELECT count(*) FROM api_key')

	const first = await s.get('/api/v1/keys?limit=2', key)
	const { json } = await s.get('/api/v1/keys?limit=100', key)

	assert.equal(first.json.items[0].prefix, prefixOf(key))
	assert.equal(first.json.items.length, 2)
	assert.ok(links(first).next && links(first).last)
	assert.equal(json.items.length, Math.min(total, 100))
	assert.equal(first.header('cache-control'), 'private, no-store')
	assert.equal(first.header('etag'), undefined)
	assert.ok(json.items.every(item => !('key' in item)))
})

test('the last use is kept by the day', async () => {
	const [watcher, used] = [await s.key(), await s.key(['audit:read'])]
	const find = async () => (await s.get('/api/v1/keys?limit=100', watcher)).json.items.find(item => item.prefix === prefixOf(used))
	assert.equal((await find()).last_used_on, null)

	await s.get('/api/v1/audit', used)

	assert.equal((await find()).last_used_on, new Date().toISOString().slice(0, 10))
	await s.sql("UPDATE api_key SET last_used_on = '2020-05-06' WHERE prefix = $1", [prefixOf(used)])
	assert.equal((await find()).last_used_on, '2020-05-06')
	await s.get('/api/v1/audit', used)
	assert.equal((await find()).last_used_on, new Date().toISOString().slice(0, 10))
	assert.equal(await s.value("SELECT data_type FROM information_schema.columns WHERE table_name = 'api_key' AND column_name = 'last_used_on'"), 'date')
})

test('a refused try with a known prefix is no use of the key', async () => {
	const key = await s.key(['audit:read'])

	await s.get('/api/v1/audit', bearer(`samrad_${prefixOf(key)}_${'0'.repeat(64)}`))

	assert.equal(await s.value('SELECT last_used_on FROM api_key WHERE prefix = $1', [prefixOf(key)]), null)
})

test('a revoked key is refused at once, by every replica', async () => {
	const [maker, key] = [await s.key(), await s.key(['audit:read'])]
	const { Client } = await import('../harness/http.mjs')
	const { serve, stopWell } = await import('../harness/service.mjs')
	const other = await serve(s.env)
	const client = new Client(other, contract)
	try {
		assert.deepEqual([(await s.get('/api/v1/audit', key)).status, (await client.get('/api/v1/audit', key)).status], [200, 200])

		const gone = await s.request('DELETE', `/api/v1/keys/${prefixOf(key)}`, { headers: maker })

		assert.equal(gone.status, 204)
		assert.equal(gone.header('cache-control'), 'private, no-store')
		for (const one of [client, s]) {
			const answer = await one.get('/api/v1/audit', key)
			assertRefused(answer, 401, 'Bearer realm="samrad", error="invalid_token"')
			assert.match(answer.json.detail, /revoked/)
		}
		const { json } = await s.get('/api/v1/keys?limit=100', maker)
		assert.ok(json.items.find(item => item.prefix === prefixOf(key)).revoked_at)
	} finally {
		client.close()
		await stopWell(other)
	}
})

test('revoking again changes nothing, and what does not exist can not be revoked', async () => {
	const [maker, key] = [await s.key(), await s.key()]
	const revoke = prefix => s.request('DELETE', `/api/v1/keys/${prefix}`, { headers: maker })
	const written = () => s.value("SELECT count(*) FROM audit WHERE action = 'key.revoke' AND subject = $1", [prefixOf(key)])
	assert.equal((await revoke(prefixOf(key))).status, 204)
	const at = await s.value('SELECT revoked_at FROM api_key WHERE prefix = $1', [prefixOf(key)])

	assert.equal((await revoke(prefixOf(key))).status, 204)

	assert.equal(await s.value('SELECT revoked_at FROM api_key WHERE prefix = $1', [prefixOf(key)]), at)
	assert.equal(await written(), 1)
	for (const prefix of ['0123456789', 'x', prefixOf(key).slice(1), '%25', `${prefixOf(key)}0`]) assert.equal((await revoke(prefix)).status, 404, prefix)
})

test('a key that has expired is refused', async () => {
	const key = await s.key(['audit:read'], ['--expires', inDays(1)])
	assert.equal((await s.get('/api/v1/audit', key)).status, 200)

	await s.sql("UPDATE api_key SET expires_at = now() - interval '1 second' WHERE prefix = $1", [prefixOf(key)])

	const answer = await s.get('/api/v1/audit', key)
	assertRefused(answer, 401, 'Bearer realm="samrad", error="invalid_token"')
	assert.match(answer.json.detail, /expired/)
})

test('every fault of a wish is told with its place', async () => {
	const key = await s.key()
	const cases = [
		[{}, ['/name required', '/scopes required']],
		[[], [' wrong_type']],
		['x', [' wrong_type']],
		[wish({ name: '' }), ['/name required']],
		[wish({ name: 'å'.repeat(101) }), ['/name too_long']],
		[wish({ name: 'a\nb' }), ['/name not_text']],
		[wish({ name: 'a\tb' }), ['/name not_text']],
		[wish({ name: 'a\u0007b' }), ['/name not_text']],
		[wish({ name: 7 }), ['/name wrong_type']],
		[wish({ scopes: [] }), ['/scopes too_few']],
		[wish({ scopes: 'keys:write' }), ['/scopes wrong_type']],
		[wish({ scopes: ['keys:read', 1] }), ['/scopes/0 invalid_value', '/scopes/1 wrong_type']],
		[wish({ scopes: ['keys:write', 'keys:write'] }), ['/scopes/1 duplicate']],
		[wish({ expires_at: 'tomorrow' }), ['/expires_at invalid_value']],
		[wish({ expires_at: '2020-05-06T08:00:00Z' }), ['/expires_at not_allowed']],
		[wish({ expires_at: 7 }), ['/expires_at wrong_type']],
		[wish({ expires: null, scope: 1 }), ['/expires unknown_member', '/scope unknown_member']],
	]
	for (const [body, faults] of cases) {
		const answer = await s.post('/api/v1/keys', body, key)
		assert.equal(answer.status, 422, JSON.stringify(body))
		assert.deepEqual(answer.faults, faults, JSON.stringify(body))
	}
	assert.equal((await s.post('/api/v1/keys?dry=1', wish(), key)).status, 422)
	assert.equal((await s.request('DELETE', '/api/v1/keys/0123456789?force=1', { headers: key })).status, 422)
})

test('a name may have 100 characters, of any alphabet', async () => {
	const answer = await s.post('/api/v1/keys', wish({ name: 'å'.repeat(100) }), await s.key())

	assert.equal(answer.status, 201)
})

test('a body that is no JSON, is none or is too large is refused', async () => {
	const key = await s.key()
	const send = (body, type = 'application/json') => s.request('POST', '/api/v1/keys', { body, headers: { ...key, 'Content-Type': type } })

	assert.equal((await send('{"name":')).status, 400)
	assert.equal((await send(JSON.stringify(wish()), 'text/plain')).status, 415)
	assert.equal((await send(' '.repeat(70000))).status, 413)
})

test('a stranger is refused before the body is looked at', async () => {
	assert.equal((await s.request('POST', '/api/v1/keys', { body: '{', headers: { 'Content-Type': 'text/plain' } })).status, 401)
	assert.equal((await s.request('POST', '/api/v1/keys', { body: ' '.repeat(70000) })).status, 401)
})

test('a key gives away no scope that it lacks', async () => {
	const key = await s.key(['keys:write', 'audit:read'])
	const before = await s.value('SELECT count(*) FROM api_key')

	const answer = await s.post('/api/v1/keys', wish({ scopes: ['audit:read', 'texts:read', 'results:exact'] }), key)

	assertRefused(answer, 403, 'Bearer realm="samrad", error="insufficient_scope", scope="results:exact texts:read"')
	assert.match(answer.json.detail, /results:exact, texts:read/)
	assert.equal(await s.value('SELECT count(*) FROM api_key'), before)
	assert.equal((await s.post('/api/v1/keys', wish({ scopes: ['audit:read'] }), key)).status, 201)
})

test('a key gives away no time beyond its own', async () => {
	const key = await s.key(['keys:write'], ['--expires', inDays(10)])
	const make = expires_at => s.post('/api/v1/keys', wish({ scopes: ['keys:write'], expires_at }), key)

	for (const time of [undefined, null, inDays(11)]) assert.deepEqual((await make(time)).faults, ['/expires_at not_allowed'])
	assert.equal((await make(inDays(9))).status, 201)
})

test('the same wish with the same Idempotency-Key makes one key, whose newest secret counts', async () => {
	const headers = { ...(await s.key()), 'Idempotency-Key': randomBytes(16).toString('base64url') }
	const before = await s.value('SELECT count(*) FROM api_key')
	const make = () => s.post('/api/v1/keys', wish({ scopes: ['audit:read'] }), headers)

	const [first, second] = [await make(), await make()]

	assert.deepEqual([first.status, second.status], [201, 201])
	assert.equal(second.json.prefix, first.json.prefix)
	assert.equal(await s.value('SELECT count(*) FROM api_key'), before + 1)
	assert.deepEqual([(await s.get('/api/v1/audit', bearer(first.json.key))).status, (await s.get('/api/v1/audit', bearer(second.json.key))).status], [401, 200])
})

test('an Idempotency-Key that came with another wish, or whose key was revoked, is refused', async () => {
	const maker = await s.key()
	const headers = { ...maker, 'Idempotency-Key': randomBytes(16).toString('base64url') }
	const { json } = await s.post('/api/v1/keys', wish(), headers)

	for (const other of [wish({ name: 'Annat' }), wish({ scopes: ['audit:read'] }), wish({ expires_at: inDays(1) })]) {
		const answer = await s.post('/api/v1/keys', other, headers)
		assert.deepEqual([answer.status, answer.json.type], [422, '/problems/idempotency-key-reused'])
	}
	assert.equal((await s.request('DELETE', `/api/v1/keys/${json.prefix}`, { headers: maker })).status, 204)
	assert.equal((await s.post('/api/v1/keys', wish(), headers)).status, 422)
	assert.deepEqual((await s.post('/api/v1/keys', wish(), { ...maker, 'Idempotency-Key': 'short' })).faults, ['Idempotency-Key invalid_key'])
})

test('who makes keys by the same Idempotency-Key at once gets one', async () => {
	const headers = { ...(await s.key()), 'Idempotency-Key': randomBytes(16).toString('base64url') }

	const made = await Promise.all(Array.from({ length: 8 }, () => s.post('/api/v1/keys', wish({ scopes: ['audit:read'] }), headers)))

	assert.ok(made.every(answer => answer.status === 201))
	assert.equal(new Set(made.map(answer => answer.json.prefix)).size, 1)
	const works = await Promise.all(made.map(answer => s.get('/api/v1/audit', bearer(answer.json.key))))
	assert.deepEqual(works.map(answer => answer.status).sort(), [200, ...Array(7).fill(401)])
})

test('what is open to all stays so, with a key or without', async () => {
	for (const headers of [{}, await s.key(['audit:read']), bearer('nonsense')]) assert.equal((await s.get('/api/v1/events', headers)).status, 200)
})

test('results that are for keys are shown to one with results:read, and to nobody else', async () => {
	const read = (headers, survey = 'arena-keyed') => s.get(`/api/v1/surveys/${survey}/results`, headers)

	const shown = await read(await s.key(['results:read']))

	assert.equal(shown.status, 200)
	assert.equal(shown.header('cache-control'), 'private, no-store')
	assert.equal(shown.header('etag'), undefined)
	assert.deepEqual([(await read({})).status, (await read({})).json.type], [403, '/problems/not-public'])
	assertRefused(await read(await s.key(all.filter(scope => scope !== 'results:read'))), 403, 'Bearer realm="samrad", error="insufficient_scope", scope="results:read"')
	assertRefused(await read(bearer('nonsense')), 401, 'Bearer realm="samrad", error="invalid_token"')
})

test('a key that is given where none is needed must be good, and shows the same', async () => {
	const read = headers => s.get('/api/v1/surveys/arena-open/results', headers)

	const [open, keyed] = [await read({}), await read(await s.key(['audit:read']))]

	assert.equal(keyed.text, open.text)
	assert.equal(keyed.header('etag'), open.header('etag'))
	assertRefused(await read(bearer(`samrad_0123456789_${'0'.repeat(64)}`)), 401, 'Bearer realm="samrad", error="invalid_token"')
})

test('a script of another site can not send a key', async () => {
	const asked = await s.request('OPTIONS', '/api/v1/keys', { headers: { Origin: 'https://other.example', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'authorization' } })

	assert.equal(asked.status, 204)
	assert.doesNotMatch(asked.header('access-control-allow-headers'), /authorization/i)
})

test('the command line makes, lists and ends keys', async () => {
	const made = await s.command(['key', 'create', '--name=Från början', '--scope', 'keys:write,audit:read', '--scope=texts:read', '--expires', '2099-12-31'])
	assert.equal(made.code, 0, made.stderr)
	assert.match(made.stdout, /^samrad_[0-9a-f]{10}_[0-9a-f]{64}\n$/)
	const key = bearer(made.stdout.trim())
	assert.equal((await s.get('/api/v1/keys', key)).status, 200)

	const listed = await s.command(['key', 'list'])
	const lines = listed.stdout.trim().split('\n').map(line => line.split('\t'))
	assert.deepEqual(lines[0], ['prefix', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_on', 'revoked_at'])
	assert.equal(lines.length - 1, await s.value('SELECT count(*) FROM api_key'))
	const row = lines.find(([prefix]) => prefix === prefixOf(key))
	assert.deepEqual([row[1], row[2], row[4], row[6]], ['Från början', 'texts:read,keys:write,audit:read', '2100-01-01T00:00:00Z', '-'])
	assert.doesNotMatch(listed.stdout, new RegExp(made.stdout.trim().slice(-64)))

	const revoked = await s.command(['key', 'revoke', prefixOf(key)])
	assert.deepEqual([revoked.code, revoked.stdout, revoked.stderr], [0, '', ''])
	assert.equal((await s.get('/api/v1/keys', key)).status, 401)
})

test('what the command line can not understand is told in one sentence, and nothing is made', async () => {
	const before = await s.value('SELECT count(*) FROM api_key')
	const cases = [
		[[], /key create/], [['make'], /key create/], [['list', 'x'], /key list/], [['revoke'], /key revoke/],
		[['create'], /--name/], [['create', '--name', 'x'], /--scope/], [['create', '--name', 'x', '--scope', 'keys:wriet'], /keys:write/],
		[['create', '--name', '', '--scope', 'keys:write'], /--name/], [['create', '--name', 'x', '--scope', 'keys:write', '--expires', 'soon'], /--expires/],
		[['create', '--name', 'x', '--scope', 'keys:write', '--expires', '2020-05-06'], /passed/], [['create', '--name', 'x', '--scope', 'keys:write', 'more'], /more/],
		[['create', '--name', 'x', '--scope'], /--scope/],
	]
	for (const [words, sentence] of cases) {
		const { code, stdout, stderr } = await s.command(['key', ...words])
		assert.deepEqual([code, stdout], [2, ''], words.join(' '))
		assert.match(stderr, /^samrad: [^\n]+\n$/, words.join(' '))
		assert.match(stderr, sentence, words.join(' '))
	}
	const unknown = await s.command(['key', 'revoke', '0123456789'])
	assert.equal(unknown.code, 1)
	assert.match(unknown.stderr, /0123456789/)
	assert.equal(await s.value('SELECT count(*) FROM api_key'), before)
})
