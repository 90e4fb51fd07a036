import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { all, attribute, named, readPage } from '../harness/html.mjs'
import { top } from '../harness/run.mjs'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta)
const folder = path.join(top, 'service/page/static')

test('each file is given out as it is, with its media type', async () => {
	const types = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.ico': 'image/x-icon', '.png': 'image/png' }
	for (const file of readdirSync(folder)) {
		const answer = await s.get(`/static/${file}`)
		assert.equal(answer.status, 200, file)
		assert.ok(answer.body.equals(readFileSync(path.join(folder, file))), file)
		assert.ok(answer.header('content-type').startsWith(types[path.extname(file)]), file)
	}
})

test('what a page refers to is there', async () => {
	const page = readPage((await s.get('/')).text)
	const references = all(page, named('link', 'script', 'img')).map(node => attribute(node, 'href') ?? attribute(node, 'src')).filter(Boolean)
	assert.ok(references.length)
	for (const reference of references) assert.equal((await s.get(new URL(reference, 'http://page').pathname + new URL(reference, 'http://page').search)).status, 200, reference)
})

test('nothing outside the folder is given out', async () => {
	for (const file of ['..%2fform.c', '%2e%2e', '.', '..%5c', 'samrad.css%00.txt', 'SAMRAD.CSS', 'samrad.css/', '%2fetc%2fpasswd']) {
		assert.ok([400, 404].includes((await s.get(`/static/${file}`)).status), file)
	}
})

test('the style sheet is small', () => {
	const css = readdirSync(folder).filter(name => name.endsWith('.css')).map(name => readFileSync(path.join(folder, name)))
	assert.ok(css.reduce((size, file) => size + file.length, 0) <= 12 * 1024)
	assert.ok(gzipSync(Buffer.concat(css)).length < 6 * 1024)
})
