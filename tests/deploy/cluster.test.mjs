// The private cluster of a checkout.
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { asRoot, run, Scratch, start } from './scratch.mjs'

let scratch

// One for all: each test leaves it as one that can be started.
before(async () => {
	scratch = new Scratch()
	chmodSync(scratch.directory, 0o755)
	await scratch.cluster('start')
})

after(() => scratch.remove())

const postmaster = () => Number(readFileSync(scratch.at('.local/cluster/data/postmaster.pid'), 'utf8').split('\n')[0])

async function ask(sql) {
	const { stdout: url } = await scratch.cluster('url')
	const { stdout } = await run('psql', [url.trim(), '-XAtc', sql])
	return stdout.trim()
}

test('has a database of its own, durable and away from the network', async () => {
	assert.equal(await ask('select current_user, current_database()'), 'samrad|samrad')
	assert.equal(await ask("select current_setting('fsync') || current_setting('listen_addresses')"), 'on')
	assert.equal(await ask('select rolsuper from pg_roles where rolname = current_user'), 'f')
})

test('lets nobody in but its owner and root', { skip: !asRoot && 'needs root, to be somebody else' }, async () => {
	const { stdout: url } = await scratch.cluster('url')

	const { code, stderr } = await run('runuser', ['-u', 'nobody', '--', 'psql', url.trim(), '-c', 'select 1'], { cwd: '/' })

	assert.notEqual(code, 0)
	assert.match(stderr, /Permission denied/)
	assert.equal(statSync(scratch.at('.local/cluster/')).mode & 0o777, 0o700)
})

test('keeps what is in it when it is stopped and started', async () => {
	await ask('create table kept as select 7 as n')

	await scratch.cluster('stop')
	const stopped = await scratch.cluster('status')
	await scratch.cluster('start')

	assert.equal(stopped.code, 1)
	assert.equal(await ask('select n from kept'), '7')
})

test('is taken over when it still runs', async () => {
	const earlier = postmaster()

	const { code } = await scratch.cluster('start')

	assert.equal(code, 0)
	assert.equal(postmaster(), earlier)
})

test('starts again after its postmaster was killed', async () => {
	process.kill(postmaster(), 'SIGKILL')

	const { code, stderr } = await scratch.cluster('start')

	assert.equal(code, 0, stderr)
	assert.equal(await ask('select 1'), '1')
})

test('starts though another process has the number of its dead postmaster', async () => {
	process.kill(postmaster(), 'SIGKILL')
	const other = start('sleep', ['60'])
	writeFileSync(scratch.at('.local/cluster/data/postmaster.pid'), `${other.child.pid}\n`)

	const { code, stderr } = await scratch.cluster('start')
	other.child.kill()

	assert.equal(code, 0, stderr)
	assert.equal(await ask('select 1'), '1')
})

test('is made whole after its making was broken off', async () => {
	const place = scratch.at('.local/broken')
	const broken = start(scratch.at('deploy/cluster.sh'), ['start', place])
	await sleep(300)
	broken.child.kill('SIGKILL')
	await broken.ended

	const { code, stderr } = await scratch.cluster('start', place)
	await scratch.cluster('destroy', place)

	assert.equal(code, 0, stderr)
})

test('has its socket elsewhere when its own path is too long for one', async () => {
	const place = scratch.at('.local', 'a'.repeat(100), 'cluster')

	const { code, stderr } = await scratch.cluster('start', place)
	const { stdout: url } = await scratch.cluster('url', place)
	const answer = await run('psql', [url.trim(), '-XAtc', 'select 1'])
	await scratch.cluster('destroy', place)

	assert.equal(code, 0, stderr)
	assert.equal(answer.stdout, '1\n')
})

test('lies under /var/lib where its owner cannot enter the checkout', { skip: !asRoot && 'needs root, which has another owner' }, async () => {
	mkdirSync(scratch.at('.local/closed'), { mode: 0o700 })
	const place = scratch.at('.local/closed/cluster')

	const { code, stderr } = await scratch.cluster('start', place)
	const lies = readlinkSync(place)
	await scratch.cluster('destroy', place)

	assert.equal(code, 0, stderr)
	assert.match(lies, /^\/var\/lib\/samrad-[0-9a-f]{12}$/)
	assert.ok(!existsSync(lies))
})

test('leaves nothing when it is destroyed', async () => {
	const pid = postmaster()

	await scratch.cluster('destroy')

	assert.throws(() => readlinkSync(`/proc/${pid}/cwd`), { code: 'ENOENT' })
	assert.ok(!existsSync(scratch.at('.local/cluster')))
})
