import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { answers, event, open, response, surveys } from '../harness/fixtures.mjs'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta, { load: [event, ...Object.values(surveys)] })
const at = '/api/v1/surveys/arena-open/responses'
const send = (own, headers) => s.post(at, response(own), headers)
const stored = () => s.value('SELECT count(*) FROM response')
const newKey = () => randomBytes(16).toString('base64url')

// The faults of a body, after asserting that it is refused and that nothing was stored.
async function faultsOf(body) {
	const before = await stored()
	const answer = await s.post(at, body)
	assert.equal(answer.status, 422, answer.text)
	assert.equal(answer.json.type, '/problems/invalid')
	assert.equal(await stored(), before, 'nothing is stored')
	return answer.faults
}

test('a complete response of all six kinds is stored and gets a receipt', async () => {
	const before = await stored()

	const answer = await send(answers)

	assert.equal(answer.status, 201, answer.text)
	assert.ok(answer.header('location').endsWith(`/api/v1/responses/${answer.json.id}`))
	assert.equal(await stored(), before + 1)
})

test('the time that is told and stored is cut to the hour', async () => {
	const answer = await send({ role: 'official' })

	const hour = 3600000
	const told = Date.parse(answer.json.submitted_at)
	assert.equal(told % hour, 0)
	assert.ok([0, 1].includes(Math.floor(Date.now() / hour) - told / hour))
})

test('only what is required must be answered', async () => {
	assert.equal((await send({ role: { other: 'Gäst' } })).status, 201)
	assert.equal((await send({ role: 'official', trust: { state: 1 } })).status, 201)
	assert.deepEqual(await faultsOf(response({ overall: 3 })), ['/answers/role required'])
})

test('the least and the most of everything is taken, one past it is not', async () => {
	const edges = [
		{ overall: 1 }, { overall: 5 }, { recommend: 0 }, { recommend: 10 },
		{ models: ['contract'] }, { models: ['contract', 'network'] }, { word: 'å'.repeat(20) }, { home: '🎉'.repeat(300) },
	]
	const past = [
		[{ overall: 0 }, 'overall out_of_range'], [{ overall: 6 }, 'overall out_of_range'],
		[{ recommend: -1 }, 'recommend out_of_range'], [{ recommend: 11 }, 'recommend out_of_range'],
		[{ trust: { state: 6 } }, 'trust/state out_of_range'],
		[{ models: [] }, 'models too_few'], [{ models: ['contract', 'network', 'committee'] }, 'models too_many'],
		[{ word: 'å'.repeat(21) }, 'word too_long'], [{ home: '🎉'.repeat(301) }, 'home too_long'],
	]

	for (const edge of edges) assert.equal((await send({ role: 'official', ...edge })).status, 201, JSON.stringify(edge))
	for (const [wrong, fault] of past) assert.deepEqual(await faultsOf(response({ role: 'official', ...wrong })), [`/answers/${fault}`])
})

test('every fault of a body is told, each at its place', async () => {
	const body = {
		version: 1,
		language: 'sv',
		answers: {
			role: 'politican',
			models: ['contract', 'contract', 'hierarchy'],
			overall: 4.5,
			recommend: '9',
			trust: { neighbours: 9, states: 2 },
			word: 'ett mycket långt ord som inte får plats',
			hemma: 'x',
		},
		langauge: 'sv',
	}

	const faults = await faultsOf(body)

	assert.deepEqual(faults, [
		'/answers/hemma unknown_question',
		'/answers/models too_many',
		'/answers/models/1 duplicate',
		'/answers/models/2 unknown_option',
		'/answers/overall wrong_type',
		'/answers/recommend wrong_type',
		'/answers/role unknown_option',
		'/answers/trust/neighbours out_of_range',
		'/answers/trust/states unknown_member',
		'/answers/word too_long',
		'/langauge unknown_member',
	])
})

test('what is not known is refused with the nearest that is', async () => {
	const { json } = await s.post(at, { ...response({ role: 'politican', overal: 3 }), langage: 'sv' })

	const detail = pointer => json.errors.find(fault => fault.pointer === pointer).detail
	assert.match(detail('/answers/role'), /politician/)
	assert.match(detail('/answers/overal'), /overall/)
	assert.match(detail('/langage'), /language/)
})

test('version, language and answers are required, and each is checked', async () => {
	assert.deepEqual(await faultsOf({}), ['/answers required', '/language required', '/version required'])
	assert.deepEqual(await faultsOf({ version: 2, language: 'sv', answers: { role: 'official' } }), ['/version unknown_version'])
	assert.deepEqual(await faultsOf({ version: 1, language: 'fi', answers: { role: 'official' } }), ['/language unknown_language'])
	assert.deepEqual(await faultsOf({ version: '1', language: 5, answers: [] }), ['/answers wrong_type', '/language wrong_type', '/version wrong_type'])
})

test('a body that is JSON but no object is a fault of the whole', async () => {
	for (const body of ['[]', 'null', '5', '"text"', 'true']) {
		const answer = await s.request('POST', at, { body, headers: { 'Content-Type': 'application/json' } })
		assert.equal(answer.status, 422, body)
		assert.deepEqual(answer.faults, [' wrong_type'], body)
	}
})

test('a wrong type is told for every kind of question', async () => {
	const wrong = [null, true, 1.5, 'x', [], {}, [[]], { a: { b: 1 } }]
	for (const key of ['role', 'models', 'overall', 'recommend', 'trust', 'word']) {
		for (const value of wrong) {
			const taken = (key === 'word' && typeof value === 'string') || (key === 'trust' && JSON.stringify(value) === '{}')
			if (taken) continue
			const faults = await faultsOf(response({ role: 'official', [key]: value }))
			assert.ok(faults.every(fault => fault.startsWith(`/answers/${key}`)), `${key}: ${JSON.stringify(value)}: ${faults}`)
		}
	}
})

test('an exclusive option stands alone', async () => {
	assert.equal((await send({ role: 'official', models: ['none'] })).status, 201)
	const faults = await faultsOf(response({ role: 'official', models: ['none', 'contract'] }))

	assert.equal(faults.length, 1)
	assert.match(faults[0], /^\/answers\/models(\/0)? exclusive$/)
})

test('an answer in own words is taken only where the question has one', async () => {
	assert.equal((await send({ role: { other: 'Gäst' }, models: ['contract', { other: 'Annat' }] })).status, 201)
	assert.equal((await send({ role: { other: '' } })).status, 201, 'without the words, too')
	assert.equal((await send({ role: { other: 'ö'.repeat(500) } })).status, 201)
	assert.deepEqual(await faultsOf(response({ role: { other: 'ö'.repeat(501) } })), ['/answers/role/other too_long'])
	assert.deepEqual(await faultsOf(response({ role: { other: 5 } })), ['/answers/role/other wrong_type'])
	assert.deepEqual(await faultsOf(response({ role: { other: 'x', more: 1 } })), ['/answers/role/more unknown_member'])
	assert.deepEqual(await faultsOf(response({ role: 'official', models: [{ other: 'a' }, { other: 'b' }] })), ['/answers/models/1 duplicate'])
})

test('not knowing is an answer only where the question allows it, refusing nowhere', async () => {
	assert.equal((await send({ role: 'official', overall: { missing: 'dont_know' } })).status, 201)
	const where = await faultsOf(response({ role: 'official', recommend: { missing: 'dont_know' } }))
	const why = await faultsOf(response({ role: 'official', overall: { missing: 'refused' } }))
	const what = await faultsOf(response({ role: 'official', overall: { missing: 'tired' } }))

	assert.match(where[0], /^\/answers\/recommend(\/missing)? not_allowed$/)
	assert.match(why[0], /^\/answers\/overall(\/missing)? not_allowed$/)
	assert.match(what[0], /^\/answers\/overall(\/missing)? (not_allowed|unknown_option|invalid_value)$/)
})

test('text keeps its line breaks, its marks and its letters of any script', async () => {
	const words = ['rad ett\nrad två\ttabb', '<script>alert(1)</script> & "citat"', 'ᐃᓄᒃᑎᑐᑦ Øst 日本 é', "'; DROP TABLE response; --", '\\u0041 %41 ${x}']
	for (const home of words) {
		assert.equal((await send({ role: 'official', home })).status, 201)
		assert.equal(await s.value("SELECT count(*) FROM response_text WHERE question = 'home' AND body = $1", [home]), 1, home)
	}
})

test('characters that are no text are refused, line ends and tabs apart', async () => {
	for (const word of ['a\u0001b', 'a\u001bb', 'a\u007fb']) assert.deepEqual(await faultsOf(response({ role: 'official', word })), ['/answers/word not_text'], JSON.stringify(word))
	const answer = await s.post(at, response({ role: 'official', word: 'a\u0000b' }))
	assert.deepEqual([answer.status, answer.json.type], [400, '/problems/not-json'], 'NUL ends text in too many places')
})

test('a survey that has closed or has not opened takes nothing', async () => {
	const before = await stored()

	const closed = await s.post('/api/v1/surveys/arena-closed/responses', response())
	const later = await s.post('/api/v1/surveys/arena-later/responses', response())

	assert.deepEqual([closed.status, closed.json.type], [409, '/problems/survey-closed'])
	assert.deepEqual([later.status, later.json.type], [409, '/problems/survey-not-open'])
	assert.equal(await stored(), before)
})

test('a survey that does not exist takes nothing', async () => {
	const answer = await s.post('/api/v1/surveys/arena-none/responses', response())

	assert.equal(answer.status, 404)
})

test('a large response is taken up to the limit and refused past it, never cut', async () => {
	const filled = size => {
		const body = JSON.stringify(response({ role: 'official' }))
		return body + ' '.repeat(size - body.length)
	}
	const put = body => s.request('POST', at, { body, headers: { 'Content-Type': 'application/json' } })

	assert.equal((await put(filled(65536))).status, 201)
	const before = await stored()
	for (const size of [65537, 65538, 200000, 3000000]) {
		const answer = await put(filled(size))
		assert.equal(answer.status, 413, `${size} bytes`)
		assert.equal(answer.json.type, '/problems/too-large')
	}
	assert.equal(await stored(), before)
})

test('the same response twice without a key is two responses with two receipts', async () => {
	const [one, two] = [await send(answers), await send(answers)]

	assert.notEqual(one.json.id, two.json.id)
	assert.notEqual(one.json.receipt, two.json.receipt)
})

test('a number beyond every type is out of range, not wrapped around', async () => {
	const put = number => s.request('POST', at, { body: `{"version":1,"language":"sv","answers":{"role":"official","overall":${number}}}`, headers: { 'Content-Type': 'application/json' } })
	for (const number of ['4294967299', '18446744073709551619', '-9223372036854775805', '1e400', '3.0000000000000000001', '3e0', '1' + '0'.repeat(400)]) {
		const answer = await put(number)
		assert.ok([400, 422].includes(answer.status), `${number}: ${answer.status}`)
	}
})

test('an idempotency key makes a repetition give the same answer, and one row', async () => {
	const key = `"${newKey()}"`
	const before = await stored()

	const first = await send(answers, { 'Idempotency-Key': key })
	const again = await send(answers, { 'Idempotency-Key': key })
	const bare = await send(answers, { 'Idempotency-Key': key.replaceAll('"', '') })

	assert.equal(first.status, 201)
	assert.deepEqual([again.status, again.text], [201, first.text])
	assert.deepEqual([bare.status, bare.text], [201, first.text])
	assert.equal(await stored(), before + 1)
})

test('a repetition is the same whatever the order of members and spaces', async () => {
	const key = newKey()
	const body = response({ role: 'official', overall: 3 })
	const turned = { answers: { overall: 3, role: 'official' }, language: 'sv', version: 1 }

	const first = await s.post(at, body, { 'Idempotency-Key': key })
	const again = await s.request('POST', at, { body: JSON.stringify(turned, null, 2), headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key } })

	assert.deepEqual([again.status, again.text], [201, first.text])
})

test('the same key with another response is refused, and the first one stands', async () => {
	const key = newKey()
	await send({ role: 'official', overall: 3 }, { 'Idempotency-Key': key })
	const before = await stored()

	const other = await send({ role: 'official', overall: 4 }, { 'Idempotency-Key': key })
	const words = await send({ role: 'official', overall: 3, home: 'Annat' }, { 'Idempotency-Key': key })

	for (const answer of [other, words]) assert.deepEqual([answer.status, answer.json.type], [422, '/problems/idempotency-key-reused'])
	assert.equal(await stored(), before)
})

test('a key is of one survey: the same key in another is another response', async () => {
	const key = newKey()

	const here = await send(answers, { 'Idempotency-Key': key })
	const there = await s.post('/api/v1/surveys/arena-workshop/responses', response(), { 'Idempotency-Key': key })

	assert.deepEqual([here.status, there.status], [201, 201])
	assert.notEqual(here.json.receipt, there.json.receipt)
})

test('a refused response does not use its key up', async () => {
	const key = newKey()

	const refused = await send({ role: 'nobody' }, { 'Idempotency-Key': key })
	const mended = await send({ role: 'official' }, { 'Idempotency-Key': key })

	assert.deepEqual([refused.status, mended.status], [422, 201])
})

test('a key that is too short, too long or of other characters is a fault of the header', async () => {
	for (const key of ['x'.repeat(21), 'x'.repeat(65), `"${'x'.repeat(21)}"`, `${'x'.repeat(21)}!`, `"${'x'.repeat(30)}`, `${'x'.repeat(21)}%`, '""', 'x y'.repeat(10)]) {
		const answer = await send(answers, { 'Idempotency-Key': key })
		assert.equal(answer.status, 422, key)
		assert.deepEqual(answer.json.errors.map(fault => [fault.header, fault.code]), [['Idempotency-Key', 'invalid_key']], key)
	}
	for (const key of ['x'.repeat(22), 'y'.repeat(64)]) assert.equal((await send(answers, { 'Idempotency-Key': key })).status, 201)
})

test('twenty at once with one key are one response and twenty equal answers', async () => {
	const key = newKey()
	const before = await stored()

	const all = await Promise.all(Array.from({ length: 20 }, () => send(answers, { 'Idempotency-Key': key })))

	assert.deepEqual(all.map(answer => answer.status), Array(20).fill(201))
	assert.equal(new Set(all.map(answer => answer.text)).size, 1)
	assert.equal(await stored(), before + 1)
})

test('twenty at once with one key and two bodies are one response; the others are told apart', async () => {
	const key = newKey()
	const before = await stored()

	const all = await Promise.all(Array.from({ length: 20 }, (_, i) => send({ role: 'official', overall: 1 + (i % 2) }, { 'Idempotency-Key': key })))

	const taken = all.filter(answer => answer.status === 201)
	const refused = all.filter(answer => answer.status === 422)
	assert.equal(taken.length, 10)
	assert.equal(refused.length, 10)
	assert.equal(new Set(taken.map(answer => answer.text)).size, 1)
	assert.equal(await stored(), before + 1)
})

test('many at once are all stored, each with a receipt of its own', async () => {
	const before = await stored()

	const all = await Promise.all(Array.from({ length: 300 }, (_, i) => send({ role: 'official', overall: 1 + (i % 5) })))

	assert.ok(all.every(answer => answer.status === 201))
	assert.equal(new Set(all.map(answer => answer.json.receipt)).size, 300)
	assert.equal(new Set(all.map(answer => answer.json.id)).size, 300)
	assert.equal(await stored(), before + 300)
})

test('a closed survey refuses a new key but repeats what it answered before', async () => {
	const survey = { ...structuredClone(open), key: 'arena-closing', closes_at: new Date(Date.now() + 4000).toISOString().replace(/\.\d+Z/, 'Z') }
	assert.equal((await s.load(survey)).code, 0)
	const [key, target] = [newKey(), '/api/v1/surveys/arena-closing/responses']
	const first = await s.post(target, response(), { 'Idempotency-Key': key })
	assert.equal(first.status, 201)

	await new Promise(resolve => setTimeout(resolve, 6500))
	const again = await s.post(target, response(), { 'Idempotency-Key': key })
	const late = await s.post(target, response())

	assert.deepEqual([again.status, again.text], [201, first.text])
	assert.deepEqual([late.status, late.json.type], [409, '/problems/survey-closed'])
})
