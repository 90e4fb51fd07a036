// What `make run` does once everything is built.
import assert from 'node:assert/strict'
import { chmodSync, statSync } from 'node:fs'
import net from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, Scratch } from './scratch.mjs'

let scratch, listen

before(async () => {
	scratch = new Scratch()
	chmodSync(scratch.directory, 0o755)
	listen = `127.0.0.1:${await freePort()}`
})

after(() => scratch.remove())

const running = async () => (await scratch.cluster('status')).code === 0
const status = async path => (await fetch(`http://${listen}${path}`)).status

// Until nothing listens there any more, five seconds at most.
async function ended() {
	for (let tries = 50; tries; tries--) {
		if (!(await fetch(`http://${listen}/`).catch(() => false))) return true
		await sleep(100)
	}
	return false
}

test('the first run serves the conferences, and Ctrl-C stops service and cluster', async () => {
	const service = await scratch.serve(listen)
	const { stdout } = service.output
	const answers = await Promise.all(['/', '/s/vk-2020-feedback', '/s/vk-2020-feedback/results'].map(status))
	service.child.kill('SIGINT')
	const { code, stderr } = await service.ended

	assert.deepEqual(answers, [200, 200, 200], stderr)
	assert.match(stdout, new RegExp(`http://${listen}/s/vk-2020-feedback/results`))
	assert.equal(code, 0, stderr)
	assert.equal(await running(), false)
})

test('the secret is there, and its owner’s alone', () => {
	const secret = statSync(scratch.at('.local/secret'))

	assert.equal(secret.mode & 0o777, 0o600)
	assert.ok(secret.size >= 32)
})

test('the second run listens within five seconds, and SIGTERM stops it, too', async () => {
	const began = Date.now()
	const service = await scratch.serve(listen)
	const seconds = (Date.now() - began) / 1000
	service.child.kill('SIGTERM')
	const { code, stderr } = await service.ended

	assert.match(service.output.stdout, /Ctrl-C/, stderr)
	assert.ok(seconds < 5, `it took ${seconds} s`)
	assert.equal(code, 0, stderr)
})

test('a port that is taken is told in one sentence, and the cluster is stopped', async () => {
	const other = net.createServer().listen(Number(listen.split(':')[1]), '127.0.0.1')

	const service = await scratch.serve(listen)
	const { code, stderr } = await service.ended
	other.close()

	assert.equal(code, 1)
	assert.match(stderr, new RegExp(`samrad: cannot listen on ${listen}: the address is in use\\n$`))
	assert.equal(await running(), false)
})

test('a second run beside the first is refused and leaves it alone', async () => {
	const first = await scratch.serve(listen)

	const second = await (await scratch.serve(listen)).ended
	const answer = await status('/health/ready')
	first.child.kill('SIGINT')
	await first.ended

	assert.equal(second.code, 1)
	assert.equal(second.stderr, 'samrad: it is already running from this checkout\n')
	assert.equal(answer, 200)
})

test('a run that was killed takes its service with it, and the next one takes over its cluster', async () => {
	const killed = await scratch.serve(listen)
	killed.child.kill('SIGKILL')
	const gone = await ended()
	const left = await running()

	const next = await scratch.serve(listen)
	const answer = await status('/health/ready')
	next.child.kill('SIGINT')
	await next.ended

	assert.ok(gone)
	assert.ok(left)
	assert.equal(answer, 200)
	assert.equal(await running(), false)
})

