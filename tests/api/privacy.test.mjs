// What is stored of a participant, and what is not: looked for in everything that the database holds.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { event, response, surveys } from '../harness/fixtures.mjs'
import { fill, readForm, readPage } from '../harness/html.mjs'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta, { load: [event, surveys.open] })
const headers = {
	'Idempotency-Key': 'an-idempotency-key-of-the-test',
	'User-Agent': 'Granskaren/7.0 (hemlig)',
	'X-Forwarded-For': '203.0.113.77',
	Forwarded: 'for=203.0.113.78',
	Cookie: 'session=kakan',
	Referer: 'https://intranet.example/hemlig',
	Authorization: 'Receipt nothing',
	From: 'anna@example.se',
}

const { 'Idempotency-Key': _, ...browser } = headers

// Every value of every row of every table, as text, and bytes also as the text that they hold.
async function everything() {
	const names = await s.sql("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1")
	let all = ''
	for (const { name } of names) {
		for (const row of await s.sql(`SELECT * FROM "${name}"`)) {
			for (const value of Object.values(row)) all += `${Buffer.isBuffer(value) ? value.toString('latin1') + value.toString('hex') + value.toString('base64url') : value instanceof Object ? JSON.stringify(value) : value}\n`
		}
	}
	return all
}

test('nothing that tells who answered is stored: no address, no agent, no key, no receipt', async () => {
	const sent = await s.post('/api/v1/surveys/arena-open/responses', response(), headers)
	assert.equal(sent.status, 201, sent.text)

	const all = await everything()

	const hidden = ['127.0.0.1', '203.0.113.77', '203.0.113.78', 'Granskaren', 'kakan', 'intranet', 'anna@', headers['Idempotency-Key'], sent.json.receipt, sent.json.receipt.split('-').slice(1).join('-')]
	for (const value of hidden) {
		assert.ok(!all.includes(value), `the database has “${value}”`)
		assert.ok(!all.includes(Buffer.from(value).toString('hex')), `the database has “${value}” in bytes`)
	}
	assert.ok(all.includes('Att börja smått.'), 'the search would find what is there')
})

test('no column can hold an address or a time finer than an hour', async () => {
	const columns = await s.sql("SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name LIKE 'response%'")
	assert.ok(columns.length > 5)
	assert.deepEqual(columns.filter(column => ['inet', 'cidr', 'macaddr'].includes(column.data_type)), [])
	const times = columns.filter(column => column.data_type.startsWith('timestamp'))
	for (const { table_name: table, column_name: column } of times) assert.equal(await s.value(`SELECT count(*) FROM "${table}" WHERE "${column}" <> date_trunc('hour', "${column}")`), 0, `${table}.${column}`)
})

test('free text lies apart: no column joins it to its response, and no text is in the response', async () => {
	await s.post('/api/v1/surveys/arena-open/responses', response({ role: { other: 'Landshövding' }, home: 'Egna ord' }))

	const [texts] = await s.sql("SELECT array_agg(column_name::text ORDER BY 1) AS columns FROM information_schema.columns WHERE table_name = 'response_text'")
	const shared = await s.sql(`
		SELECT a.column_name::text AS name FROM information_schema.columns a JOIN information_schema.columns b USING (column_name)
		WHERE a.table_name = 'response' AND b.table_name = 'response_text' ORDER BY 1`)
	assert.deepEqual(shared.map(row => row.name).filter(name => !['survey_id', 'language'].includes(name)), [], 'survey and language alone are in both')
	assert.ok(!texts.columns.some(name => /time|_at|place|order|serial/.test(name)))
	const values = await s.sql('SELECT t::text AS row FROM response t')
	assert.ok(values.every(({ row }) => !row.includes('Landshövding') && !row.includes('Egna ord')))
	const ids = await s.sql('SELECT EXISTS (SELECT FROM response r, response_text t WHERE to_jsonb(r)::text LIKE \'%\' || encode(t.text_id, \'hex\') || \'%\') AS found')
	assert.equal(ids[0].found, false, 'no id of a text is in a response')
})

test('the order in which rows lie does not join texts to responses', async () => {
	// Twenty in one commit: their texts, in the order of the table, are not in the order of the responses.
	const word = i => `ord-${String(i).padStart(2, '0')}`
	for (let i = 0; i < 20; i++) await s.post('/api/v1/surveys/arena-open/responses', response({ role: 'official', word: word(i), overall: 1 + (i % 5) }))

	const ids = await s.sql("SELECT body FROM response_text WHERE body LIKE 'ord-%' ORDER BY survey_id, text_id")

	assert.notDeepEqual(ids.map(row => row.body), Array.from({ length: 20 }, (_, i) => word(i)), 'by its key a text lies anywhere')
})

test('a record key is random, and no answer to the world holds it', async () => {
	const rows = await s.sql('SELECT record_key FROM response')
	const keys = rows.map(row => Number(row.record_key) >>> 0)

	assert.equal(new Set(keys).size, keys.length)
	const mean = keys.reduce((a, b) => a + b, 0) / keys.length / 2 ** 32
	assert.ok(Math.abs(mean - 0.5) < 5 * Math.sqrt(1 / 12 / keys.length))
})

test('a form leaves no more than the API does', async () => {
	const page = await s.get('/s/arena-open', headers)
	const form = fill(readForm(readPage(page.text)), { role: 'official', word: 'Formord' })
	const sent = await s.request('POST', '/s/arena-open', { form, headers: { ...browser, Accept: 'text/html' } })
	assert.equal(sent.status, 200, sent.text)

	const all = await everything()

	const nonce = form.find(([name]) => name === '.nonce')[1]
	for (const value of [nonce, '203.0.113.77', 'Granskaren', 'kakan']) assert.ok(!all.includes(value), `the database has “${value}”`)
	assert.ok(all.includes('Formord'))
})
