import assert from 'node:assert/strict'
import { test } from 'node:test'
import { all, named, readPage, words } from '../harness/html.mjs'
import { contract, suite } from '../harness/suite.mjs'

const s = suite(import.meta)
const names = contract.document.components.schemas.ProblemType.enum.map(type => type.replace('/problems/', ''))

test('every problem type leads to a page that explains it, in both languages', async () => {
	for (const name of names) {
		const [sv, en] = [await s.get(`/problems/${name}?lang=sv`), await s.get(`/problems/${name}?lang=en`)]
		for (const answer of [sv, en]) {
			assert.equal(answer.status, 200, name)
			assert.ok(words(all(readPage(answer.text), named('main'))[0]).length > 60, `${name} is explained`)
		}
		assert.deepEqual([sv.header('content-language'), en.header('content-language')], ['sv', 'en'])
		assert.notEqual(sv.text, en.text)
	}
})

test('a problem that does not exist has no page', async () => {
	assert.equal((await s.get('/problems/nothing')).status, 404)
	assert.equal((await s.get('/problems/nothing', { Accept: 'text/html' })).status, 404)
})

test('a person who asks for a page is told of a problem by a page, a program by JSON', async () => {
	const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
	for (const target of ['/nothing', '/static/nothing.css']) {
		const [page, document] = [await s.get(target, { Accept: browser, 'Accept-Language': 'en' }), await s.get(target, { Accept: 'application/json' })]
		assert.deepEqual([page.status, document.status], [404, 404])
		assert.match(page.header('content-type'), /^text\/html/)
		assert.equal(document.header('content-type'), 'application/problem+json')
	}
	assert.equal((await s.get('/api/v1/nothing', { Accept: browser })).header('content-type'), 'application/problem+json')
})

test('a problem names the request by the number in its header', async () => {
	const answer = await s.get('/api/v1/events/none')

	assert.equal(answer.json.instance, `urn:uuid:${answer.header('x-request-id')}`)
})
