// The configuration: what is missing, unknown or bad stops the start with one sentence.
import assert from 'node:assert/strict'
import net from 'node:net'
import { test } from 'node:test'
import { command, serve } from '../harness/service.mjs'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta, { served: false })

// The one sentence on which a start ends.
async function refusal(env, args = ['serve']) {
	const { code, stderr, stdout } = await command(args, { SAMRAD_LISTEN: '127.0.0.1:0', ...env })
	assert.equal(stdout, '')
	const lines = stderr.trim().split('\n')
	assert.equal(lines.length, 1, `one line: ${stderr}`)
	assert.match(lines[0], /^samrad: \S/)
	return { code, sentence: lines[0] }
}

const without = name => Object.fromEntries(Object.entries(s.env).filter(([key]) => key !== name))

test('a name that is not known is refused, with the nearest', async () => {
	const { code, sentence } = await refusal({ ...s.env, SAMRAD_LISEN: 'x' })

	assert.equal(code, 2)
	assert.match(sentence, /SAMRAD_LISEN/)
	assert.match(sentence, /SAMRAD_LISTEN/)
})

test('what is required is asked for by name', async () => {
	for (const name of ['SAMRAD_DATABASE_URL', 'SAMRAD_SECRET_FILE']) {
		const { code, sentence } = await refusal(without(name))
		assert.equal(code, 2)
		assert.match(sentence, new RegExp(name))
	}
})

test('a bad value is refused with its name, and a secret is never told', async () => {
	const bad = [
		['SAMRAD_LISTEN', 'here'], ['SAMRAD_LISTEN', '127.0.0.1:99999'], ['SAMRAD_LISTEN', '127.0.0.1:'], ['SAMRAD_LISTEN', ':8080x'],
		['SAMRAD_LOG_LEVEL', 'loud'], ['SAMRAD_PUBLIC_URL', 'samrad.example'], ['SAMRAD_PUBLIC_URL', 'ftp://samrad.example'],
		['SAMRAD_SECRET_FILE', '/nonexistent/secret'], ['SAMRAD_DATABASE_URL', 'hots=/tmp dbname=x'], ['SAMRAD_LISTEN', ''],
	]
	for (const [name, value] of bad) {
		const { code, sentence } = await refusal({ ...s.env, [name]: value })
		assert.equal(code, 2, `${name}=${value}: ${sentence}`)
		assert.match(sentence, new RegExp(name))
	}
	const [short] = s.write('too short')
	const { code, sentence } = await refusal({ ...s.env, SAMRAD_SECRET_FILE: short })
	assert.equal(code, 2)
	assert.doesNotMatch(sentence, /too short$/)
	assert.match(sentence, /32/)
	const leaked = await refusal({ ...s.env, SAMRAD_DATABASE_URL: 'host=/tmp password=geheim dbname' })
	assert.doesNotMatch(leaked.sentence, /geheim/)
})

test('a secret can come from a file, and the same option twice is refused', async () => {
	const [file] = s.write(s.env.SAMRAD_DATABASE_URL + '\n')
	const service = await serve({ ...without('SAMRAD_DATABASE_URL'), SAMRAD_DATABASE_URL_FILE: file })
	assert.equal((await service.stop()).code, 0)

	const { code, sentence } = await refusal({ ...s.env, SAMRAD_DATABASE_URL_FILE: file })
	assert.equal(code, 2)
	assert.match(sentence, /SAMRAD_DATABASE_URL/)
})

test('a port that is taken is told in one sentence', async () => {
	const taken = net.createServer().listen(0, '127.0.0.1')
	await new Promise(resolve => taken.once('listening', resolve))
	const address = `127.0.0.1:${taken.address().port}`
	try {
		const { code, stderr } = await command(['serve'], { ...s.env, SAMRAD_LISTEN: address })
		assert.equal(code, 1)
		assert.match(stderr.trim().split('\n').at(-1), new RegExp(`^samrad: cannot listen on ${address}: the address is in use`))
	} finally {
		taken.close()
	}
})

test('a command that is not known is refused, and no command tells those that are', async () => {
	for (const args of [['srve'], []]) {
		const { code, stderr, stdout } = await s.command(args)
		assert.equal(code, 2)
		for (const name of ['serve', 'migrate', 'load', 'check', 'ready', 'version']) assert.match(stderr + stdout, new RegExp(`\\b${name}\\b`))
	}
})

test('the version is told without any configuration', async () => {
	const { code, stdout } = await command(['version'], {})

	assert.equal(code, 0)
	assert.match(stdout, /^(samrad )?\d+\.\d+\.\d+\n$/)
})

test('a service whose database is not there yet starts, and is not ready', async () => {
	const service = await serve({ ...s.env, SAMRAD_DATABASE_URL: 'host=/nonexistent dbname=x' })
	try {
		const answer = await fetch(`${service.origin}/health/ready`)
		assert.equal(answer.status, 503)
	} finally {
		assert.equal((await service.stop()).code, 0)
	}
})
