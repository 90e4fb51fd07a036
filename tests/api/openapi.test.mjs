import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { current, top } from '../harness/run.mjs'
import { contract, suite } from '../harness/suite.mjs'

const s = suite(import.meta)
const { document } = contract
const escape = step => String(step).replaceAll('~', '~0').replaceAll('/', '~1')

// Every node of the description with its pointer.
function* nodes(node, pointer = '#') {
	if (node === null || typeof node !== 'object') return
	yield [node, pointer]
	for (const [step, value] of Object.entries(node)) if (!['example', 'examples', 'value'].includes(step)) yield* nodes(value, `${pointer}/${escape(step)}`)
}

test('the service gives out its description as it is in openapi/', async () => {
	const answer = await s.get('/openapi.json')

	assert.deepEqual(answer.json, JSON.parse(readFileSync(path.join(current.directory, 'openapi.json'), 'utf8')))
})

test('every request and every answer with a body has an example that fits its schema', () => {
	let count = 0
	for (const [node, pointer] of nodes(document)) {
		for (const [media, content] of Object.entries(/\/(responses\/[^/]+|requestBody)$/.test(pointer) ? (node.content ?? {}) : {})) {
			const at = `${pointer}/content/${escape(media)}`
			const examples = [...('example' in content ? [content.example] : []), ...Object.values(content.examples ?? {}).map(one => one.value)]
			assert.ok(examples.length, `${at} has no example`)
			for (const example of examples) contract.assertValid(example, `${at}/schema`, 'the example')
			count += examples.length
		}
	}
	assert.ok(count > 40)
})

test('every parameter and header has an example that fits its schema', () => {
	for (const [node, pointer] of nodes(document)) {
		if (!('schema' in node) || /\/content\/[^/]+$/.test(pointer)) continue
		assert.ok('example' in node, `${pointer} has no example`)
		contract.assertValid(node.example, `${pointer}/schema`, 'the example')
	}
})

test('everything is described in Swedish and in English', () => {
	for (const [node, pointer] of nodes(document)) {
		const own = node.description
		if (typeof own !== 'string' || /^`[^`]+`\n?$/.test(own) || pointer === '#/externalDocs') continue
		assert.match(own, /^[^*][\s\S]*\n\n\*[\s\S]+\*\n?$/, `${pointer} is described in one language only: ${own}`)
	}
	for (const [node, pointer] of nodes(document.paths, '#/paths')) if (node.operationId) assert.match(node.summary, /^[^/]+ \/ [^/]+$/, pointer)
})

test('every object that is ours says which members it has, and no others', () => {
	const open = ['#/components/schemas/Document', '#/components/schemas/Html']
	for (const [name, schema] of Object.entries(document.components.schemas)) {
		const pointer = `#/components/schemas/${name}`
		if (schema.type !== 'object' || open.includes(pointer) || name.endsWith('Members')) continue
		assert.ok('additionalProperties' in schema || schema.unevaluatedProperties === false || schema.oneOf, `${name} is open`)
	}
})

test('what DIGG asks of a description is there', () => {
	assert.ok(document.info.contact.name && document.info.contact.url)
	assert.equal(document.info.license.identifier, 'EUPL-1.2')
	assert.ok(document.externalDocs.url)
})

test('a linter of OpenAPI finds nothing', async () => {
	const linter = path.join(top, 'tests/node_modules/@redocly/cli/bin/cli.js')
	const args = [linter, 'lint', '--config', path.join(top, 'openapi/redocly.yaml'), path.join(current.directory, 'openapi.json')]

	await promisify(execFile)(process.execPath, args, { env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' } })
})
