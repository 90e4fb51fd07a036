// The audit log: everything by key or by the operator stands in it, and nothing in it can be changed unseen.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { links } from '../harness/lists.mjs'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta)
const zeros = '0'.repeat(64)
const prefixOf = headers => /samrad_([0-9a-f]{10})_/.exec(headers.Authorization)[1]
const make = (key, changes = {}) => s.post('/api/v1/keys', { name: 'x', scopes: ['audit:read'], ...changes }, key)
const verify = () => s.command(['audit', 'verify'])
const service = text => s.sql(`SET ROLE samrad; ${text}`).finally(() => s.sql('RESET ROLE'))

// The whole log, by the API.
async function log(key) {
	const items = []
	for (let target = '/api/v1/audit?limit=100'; target; ) {
		const answer = await s.get(target, key)
		items.push(...answer.json.items)
		target = links(answer).next
	}
	return items
}

// A second implementation of the hash, over what PostgreSQL has stored.
function hashOf(row) {
	const number = value => {
		const bytes = Buffer.alloc(8)
		bytes.writeBigInt64BE(BigInt(value))
		return bytes
	}
	const piece = text => {
		const size = Buffer.alloc(4)
		size.writeUInt32BE(Buffer.byteLength(text))
		return Buffer.concat([size, Buffer.from(text)])
	}
	const content = [row.previous, number(row.number), number(row.seconds), ...[row.actor, row.action, row.subject, row.detail].map(piece)]
	return createHash('sha256').update(Buffer.concat(content)).digest('hex')
}

test('every making and ending of a key is written, with who did it', async () => {
	const maker = await s.key(['keys:write', 'audit:read'])
	const made = (await make(maker, { expires_at: '2099-12-31T23:00:00Z' })).json
	await s.request('DELETE', `/api/v1/keys/${made.prefix}`, { headers: maker })
	await s.command(['key', 'revoke', prefixOf(await s.key(['texts:read']))])

	const items = await log(maker)

	const short = items.map(({ actor, action, subject, detail }) => ({ actor, action, subject, detail }))
	const of = (actor, action, subject, detail = {}) => ({ actor, action, subject, detail })
	assert.deepEqual(short.slice(0, 3), [
		of('operator', 'key.create', prefixOf(maker), { scopes: ['keys:write', 'audit:read'], expires_at: null }),
		of(prefixOf(maker), 'key.create', made.prefix, { scopes: ['audit:read'], expires_at: '2099-12-31T23:00:00Z' }),
		of(prefixOf(maker), 'key.revoke', made.prefix),
	])
	assert.deepEqual(short.at(-1), of('operator', 'key.revoke', short.at(-2).subject))
	assert.deepEqual(items.map(item => item.number), items.map((_, i) => i + 1))
})

test('what was refused is not written', async () => {
	const key = await s.key(['keys:write', 'audit:read'])
	const before = await s.value('SELECT count(*) FROM audit')

	await make(key, { scopes: ['texts:read'] })
	await make(key, { scopes: [] })
	await make({}, {})
	await s.request('DELETE', '/api/v1/keys/0123456789', { headers: key })

	assert.equal(await s.value('SELECT count(*) FROM audit'), before)
})

test('each entry hangs on the one before it, by a hash that anybody can compute', async () => {
	const items = await log(await s.key(['audit:read']))
	const rows = await s.sql('SELECT *, detail::text AS detail, extract(epoch FROM at)::bigint AS seconds FROM audit ORDER BY number')

	rows.forEach((row, i) => {
		assert.equal(row.previous.toString('hex'), i ? rows[i - 1].hash.toString('hex') : zeros)
		assert.equal(row.hash.toString('hex'), hashOf(row))
		assert.deepEqual([items[i].hash, items[i].previous], [row.hash.toString('hex'), row.previous.toString('hex')])
	})
	assert.ok(rows.length > 3)
})

test('the log is filtered by action and time, and paged', async () => {
	const key = await s.key(['audit:read'])
	const revocations = await s.value("SELECT count(*) FROM audit WHERE action = 'key.revoke'")

	const revoked = await s.get('/api/v1/audit?action=key.revoke&limit=1', key)

	assert.deepEqual(revoked.json.items.map(item => item.action), ['key.revoke'])
	assert.equal(links(revoked).last, `/api/v1/audit?action=key.revoke&limit=1&page=${revocations}`)
	assert.equal(revoked.header('cache-control'), 'private, no-store')
	assert.equal((await s.get('/api/v1/audit?since=2099-01-01T00:00:00Z', key)).json.items.length, 0)
	const all = await s.get('/api/v1/audit?since=2020-01-01T00:00:00Z&limit=2', key)
	assert.deepEqual(all.json.items.map(item => item.number), [1, 2])
	assert.deepEqual((await s.get(links(all).next, key)).json.items.map(item => item.number), [3, 4])
	for (const query of ['action=key.creat', 'since=2020-05-06', 'since=2020-05-06T08:00:00%2B02:00', 'since=', 'limit=0', 'page=0', 'action=key.create&action=key.create']) assert.equal((await s.get(`/api/v1/audit?${query}`, key)).status, 422, query)
})

test('writers at once make one chain without holes', async () => {
	const key = await s.key(['keys:write', 'audit:read'])

	const made = await Promise.all(Array.from({ length: 40 }, () => make(key)))

	assert.ok(made.every(answer => answer.status === 201))
	assert.equal(await s.value('SELECT count(*) = max(number) FROM audit'), true)
	assert.equal((await verify()).code, 0)
})

test('a transaction that is rolled back leaves no hole', async () => {
	await s.sql("BEGIN; INSERT INTO audit (actor, action, subject, detail) VALUES ('operator', 'survey.close', 'x', '{}'); ROLLBACK")
	await s.key()

	assert.equal(await s.value('SELECT count(*) = max(number) FROM audit'), true)
	assert.equal((await verify()).code, 0)
})

test('number, time and hashes are the database’s, whatever is given', async () => {
	await service(`INSERT INTO audit (number, at, actor, action, subject, detail, previous, hash) VALUES (7000, '2001-01-01', 'operator', 'survey.put', 'å', '{}', decode('${zeros}', 'hex'), decode('${zeros}', 'hex'))`)

	assert.equal(await s.value('SELECT count(*) = max(number) FROM audit'), true)
	assert.equal(await s.value("SELECT max(at) < '2002-01-01' FROM audit"), false)
	assert.equal((await verify()).code, 0)
})

test('the service may not change the log: it has no privilege', async () => {
	for (const statement of ["UPDATE audit SET actor = 'operator'", 'DELETE FROM audit', 'TRUNCATE audit']) await assert.rejects(service(statement), /permission denied/, statement)
})

test('nobody may, without taking a trigger away: not even a superuser', async () => {
	for (const statement of ["UPDATE audit SET actor = 'operator' WHERE number = 1", 'DELETE FROM audit WHERE false', 'TRUNCATE audit', "SET session_replication_role = replica; DELETE FROM audit; RESET session_replication_role"]) await assert.rejects(s.sql(statement), /never changes/, statement)
})

test('a chain in order is told with its last number and hash', async () => {
	const { code, stdout, stderr } = await verify()

	const [last] = await s.sql('SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1')
	assert.deepEqual([code, stderr], [0, ''])
	assert.equal(stdout, `entries ${last.number}\nhash ${last.hash.toString('hex')}\n`)
})

test('a change behind the triggers is found, at its first entry', async () => {
	const last = await s.value('SELECT max(number) FROM audit')
	const without = async statement => {
		await s.sql(`BEGIN; ALTER TABLE audit DISABLE TRIGGER USER; ${statement}; ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_chained; ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_append_only; COMMIT`)
		const told = await verify()
		return `${told.code} ${told.stdout}${told.stderr}`
	}
	const saved = (await s.sql('SELECT * FROM audit WHERE number = 3'))[0]

	assert.match(await without("UPDATE audit SET actor = '0000000000' WHERE number = 3"), /^1 samrad: [^\n]*entry 3 was changed\n$/)
	assert.match(await without(`UPDATE audit SET actor = '${saved.actor}' WHERE number = 3`), /^0 /)
	assert.match(await without("UPDATE audit SET detail = '{ }' WHERE number = 3"), /^1 .*entry 3 was changed/)
	assert.match(await without("UPDATE audit SET at = at + interval '1 second' WHERE number = 2"), /^1 .*entry 2 was changed/)
	assert.match(await without("UPDATE audit SET previous = sha256('x') WHERE number = 2"), /^1 .*entry 2 doesn't follow/)
	assert.match(await without('DELETE FROM audit WHERE number = 1'), /^1 .*entry 1 is missing/)
	assert.match(await without(`DELETE FROM audit WHERE number > 0 AND number < ${last}`), /^1 .*entry 1 is missing/)
})

test('the command wants its one word', async () => {
	for (const words of [[], ['walk'], ['verify', 'x']]) assert.equal((await s.command(['audit', ...words])).code, 2)
})
