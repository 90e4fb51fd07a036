import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contract, suite } from '../harness/suite.mjs'

const s = suite(import.meta, { env: { SAMRAD_PUBLIC_URL: 'https://samrad.example' } })

test('the API tells its name, version and state, and where it is described', async () => {
	const { json } = await s.get('/api/v1/api-info')

	assert.equal(json.apiName, 'Samråd')
	assert.equal(json.apiVersion, contract.document.info.version)
	assert.ok(json.apiDocumentation.startsWith('https://samrad.example/'), json.apiDocumentation)
	assert.ok(Date.parse(json.apiReleased) < Date.now())
})
