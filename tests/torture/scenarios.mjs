// What is done to the service and its database while a crowd sends. Each scenario does its worst to a world for so many
// seconds and gives figures; the judge says whether all that was acknowledged is there.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Crowd, makeResponse } from './crowd.mjs'
import { Connection, post } from './connection.mjs'
import { eventually, sanitized, sleep, target, World } from './world.mjs'

const clients = 48
const between = (least, most) => least + Math.random() * (most - least)
const one = list => list[Math.floor(Math.random() * list.length)]

// Does something again and again until the time is up.
async function until(seconds, work) {
	const end = Date.now() + seconds * 1000
	let times = 0
	while (Date.now() < end) {
		await work()
		times++
	}
	return times
}

// Sends one response until it is taken: the service is back by itself.
async function comesBack(world, port) {
	const began = Date.now()
	const connection = new Connection()
	await eventually(async () => {
		const { key, body, texts } = makeResponse()
		world.ledger.send(key, texts)
		const { status, text } = await connection.ask(port, post(target, body, { 'Idempotency-Key': `"${key}"` }), 20000)
		if (status !== 201) throw new Error(`it doesn't come back: ${status} ${text}`)
		world.ledger.acknowledge(key, JSON.parse(text))
	}, 30000)
	connection.close()
	return Date.now() - began
}

// Everything that was sent in this world, by earlier crowds too, is compared.
async function judge(world, crowd, ports, more = {}) {
	await crowd.stop()
	const back = []
	for (const port of ports) back.push(await comesBack(world, port))
	const found = await world.ledger.compare((text, values) => world.sql(text, values))
	await world.endServices()
	return { ...more, ...crowd.figures, ...found, unexpected: crowd.unexpected, back: Math.max(...back) }
}

const crowdAt = (world, ...services) => new Crowd({ ledger: world.ledger, ports: () => services.map(service => service.port), target }).start(clients)

async function serviceKilled(world, seconds) {
	const service = await world.service()
	const crowd = crowdAt(world, service)
	const kills = await until(seconds, async () => {
		await sleep(between(150, 500))
		await service.kill()
		await service.start()
	})
	return judge(world, crowd, [service.port], { kills })
}

async function postmasterKilled(world, seconds) {
	const service = await world.service()
	const crowd = crowdAt(world, service)
	const kills = await until(seconds, async () => {
		await sleep(between(200, 700))
		process.kill(world.postmaster, 'SIGKILL')
		await world.startDatabase()
	})
	return judge(world, crowd, [service.port], { kills })
}

async function backendsKilled(world, seconds) {
	const service = await world.service()
	const crowd = crowdAt(world, service)
	const kills = await until(seconds, async () => {
		await sleep(between(200, 700))
		const backend = one(world.backends)
		if (backend) process.kill(backend, 'SIGKILL')
		await eventually(() => world.sql('SELECT 1'))
	})
	return judge(world, crowd, [service.port], { kills })
}

async function connectionsCut(world, seconds) {
	const service = await world.service(world.proxied)
	const crowd = crowdAt(world, service)
	await until(seconds, async () => {
		await sleep(between(20, 200))
		const fault = one(['cut', 'lose-answer', 'lose-answer', 'lose-question', 'half-question', 'half-answer'])
		if (fault === 'cut') world.proxy.cut()
		else world.proxy.next(fault)
	})
	world.proxy.next(undefined)
	return judge(world, crowd, [service.port], { kills: world.proxy.cuts })
}

function mountSmall(megabytes) {
	const directory = mkdtempSync(path.join(os.tmpdir(), 'samrad-disk-'))
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory], { stdio: 'pipe' })
	} catch {
		rmSync(directory, { recursive: true })
		return undefined
	}
	return { directory, unmount: () => { execFileSync('umount', ['-l', directory]); rmSync(directory, { recursive: true, force: true }) } }
}

async function inWorld(options, work) {
	const world = await World.open(options)
	try {
		return await work(world)
	} finally {
		await world.close()
	}
}

// PostgreSQL ends itself when its log can't be written, and its supervisor starts it again.
async function diskFull(_, seconds) {
	const disk = mountSmall(96)
	if (!disk) return { skipped: 'no file system can be mounted here' }
	const filler = path.join(disk.directory, 'filler')
	const options = { directory: disk.directory, initdb: ['--wal-segsize=1'], settings: ["max_wal_size = '4MB'", "min_wal_size = '2MB'"] }
	try {
		return await inWorld(options, async world => {
			const service = await world.service()
			const crowd = crowdAt(world, service)
			const kills = await until(seconds, async () => {
				await sleep(200)
				const { bavail, bsize } = statfsSync(disk.directory)
				writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 512 * 1024)))
				const refused = crowd.statuses[503] ?? 0
				await eventually(() => { if ((crowd.statuses[503] ?? 0) === refused) throw new Error('the disk was never full') }, 15000)
				await sleep(between(50, 500))
				rmSync(filler)
				await world.startDatabase()
				await sleep(200)
			})
			return judge(world, crowd, [service.port], { kills })
		})
	} finally {
		disk.unmount()
	}
}

const faketime = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'

// The clock on the wall jumps for the service alone; the one that only goes forward doesn't.
async function clockJumps(world, seconds) {
	if (sanitized) return { skipped: 'a sanitizer wants to be loaded first' }
	if (!existsSync(faketime)) return { skipped: 'libfaketime is missing' }
	const file = path.join(world.directory, 'time')
	const set = offset => writeFileSync(file, `${offset}\n`)
	set('+0')
	const service = await world.service({ LD_PRELOAD: faketime, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' })
	const crowd = crowdAt(world, service)
	const kills = await until(seconds, async () => {
		await sleep(between(100, 400))
		set(one(['+0', '-3h', '+2d', '-10y', '+5y', '+1s', '-1s', '+59m']))
	})
	const figures = await judge(world, crowd, [service.port], { kills })
	const [{ wrong }] = await world.sql("SELECT count(*)::integer AS wrong FROM response WHERE submitted_at NOT BETWEEN now() - interval '2 hours' AND now()")
	return { ...figures, strange: figures.strange + wrong }
}

// What closing does, whoever does it: the gate's row locked first, so that afterwards nothing is in flight.
async function closeSurvey(world) {
	const rows = await world.sql(`
		WITH gate AS MATERIALIZED (SELECT survey_id FROM survey_gate WHERE survey_id = ${world.ledger.survey} FOR UPDATE)
		UPDATE survey_gate SET status = 'closed' FROM gate WHERE survey_gate.survey_id = gate.survey_id RETURNING 1`)
	if (rows.length !== 1) throw new Error('the survey was not closed')
	return (await world.sql('SELECT count(*)::integer AS count FROM response'))[0].count
}

async function closedMidway(world, seconds) {
	const service = await world.service()
	const crowd = crowdAt(world, service)
	let after = 0
	const kills = await until(seconds, async () => {
		await sleep(between(100, 400))
		const atClosing = await closeSurvey(world)
		await sleep(100)
		after += (await world.sql('SELECT count(*)::integer AS count FROM response'))[0].count - atClosing
		await world.sql("UPDATE survey_gate SET status = 'published'")
	})
	const figures = await judge(world, crowd, [service.port], { kills })
	return { ...figures, strange: figures.strange + after }
}

// Each response goes to two replicas at the same time; one of them is killed now and then.
async function twoReplicas(world, seconds) {
	const first = await world.service()
	const second = await world.service()
	const crowd = crowdAt(world, first, second)
	const kills = await until(seconds, async () => {
		await sleep(between(300, 800))
		const service = one([first, second])
		await service.kill()
		await service.start()
	})
	return judge(world, crowd, [first.port, second.port], { kills })
}

// What is under way when the service is told to stop is acknowledged or refused, and it ends in time.
async function stoppedUnderLoad(world, seconds) {
	const service = await world.service()
	const crowd = crowdAt(world, service)
	let slowest = 0
	const kills = await until(seconds, async () => {
		await sleep(between(200, 500))
		const { code, took } = await service.stop()
		if (code !== 0) throw new Error(`the service ended with ${code}:\n${service.log.slice(-4000)}`)
		slowest = Math.max(slowest, took)
		await service.start()
	})
	return judge(world, crowd, [service.port], { kills, slowest })
}

// PostgreSQL is there and doesn't answer: nobody waits longer than the service says, and it can be stopped meanwhile.
async function databaseSilent(world, seconds) {
	const service = await world.service(world.proxied)
	const crowd = crowdAt(world, service)
	await sleep(300)
	world.proxy.stall()
	await sleep(Math.max(10.5, seconds / 2) * 1000)
	const refused = crowd.statuses[503] ?? 0
	world.proxy.resume()
	await sleep(500)
	return { ...(await judge(world, crowd, [service.port], { kills: 1 })), refused }
}

// name: what happens; what counts as a kill.
export const scenarios = {
	'the service is killed': serviceKilled,
	'PostgreSQL is killed': postmasterKilled,
	'a backend of PostgreSQL is killed': backendsKilled,
	'connections to PostgreSQL are cut in the middle of commits': connectionsCut,
	'the disk is full': diskFull,
	'the clock jumps': clockJumps,
	'the survey is closed': closedMidway,
	'two replicas get the same keys, and one is killed': twoReplicas,
	'the service is told to stop': stoppedUnderLoad,
	'PostgreSQL is silent': databaseSilent,
}

// What `make test` has time for; another file has the silent database.
export const short = Object.keys(scenarios).filter(name => name !== 'PostgreSQL is silent')

// Why figures aren't good; empty when they are. patience: the longest that a request may take, in milliseconds.
export function faultsOf(figures, patience = 11000) {
	const faults = ['lost', 'doubled', 'half', 'strange', 'otherAnswer', 'late'].filter(name => figures[name]).map(name => `${name} ${figures[name]}`)
	if (!figures.acknowledged) faults.push('nothing was acknowledged')
	if (!figures.kills) faults.push('nothing was done to it')
	if (figures.longest > patience) faults.push(`a request took ${figures.longest} ms`)
	if (figures.slowest > 10000) faults.push(`stopping took ${figures.slowest} ms`)
	faults.push(...new Set(figures.unexpected))
	return faults
}
