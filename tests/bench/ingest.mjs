#!/usr/bin/env node
// make bench-ingest: submissions per second and what they cost, beside others. Prints Markdown for docs/performance.md.
//
//	node ingest.mjs [--seconds S] [--rounds N] [--minutes M] [--only PART]
//
// Ends by itself within the minutes (10 when nothing is said) and half a minute.
import { parseArgs } from 'node:util'
import { openContestants } from './contestants.mjs'
import { describe } from './machine.mjs'
import { end } from './programs.mjs'
import { runCells } from './rounds.mjs'

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '3' }, rounds: { type: 'string', default: '3' }, minutes: { type: 'string', default: '9' }, only: { type: 'string', default: '' } } })
const seconds = Number(options.seconds)
const crowds = [1, 8, 64, 256]

const plan = [
	...crowds.flatMap(clients => ['ours', 'peer', 'pgbench'].map(who => ({ who, clients, kind: 'closed' }))),
	...crowds.flatMap(clients => ['ours', 'peer'].map(who => ({ who, clients, kind: 'texts' }))),
	{ who: 'copy', clients: 2 },
	...['getOurs', 'getNginx', 'getThreads', 'getPool'].map(who => ({ who, clients: 64 })),
].map(cell => ({ ...cell, name: [cell.who, cell.kind, cell.clients].filter(Boolean).join(' ') }))

const titles = {
	ours: 'Samråd',
	peer: 'Fastify + pg, one INSERT of jsonb',
	pgbench: 'pgbench, one INSERT of the same row, no HTTP',
	copy: 'COPY, two sessions, 500 rows a transaction',
	getOurs: 'Samråd, `GET /health/live`',
	getNginx: 'nginx, static 200, two workers',
	getThreads: 'libmicrohttpd alone, a thread per connection as we have it',
	getPool: 'libmicrohttpd alone, epoll, two threads',
}

const number = value => Math.round(value).toLocaleString('en')
const milliseconds = value => (value ? (value / 1000).toFixed(value < 10000 ? 2 : 1) : '-')
const micro = value => (value ? (value < 10 ? value.toFixed(1) : String(Math.round(value))) : '-')

function table(heading, cells, found) {
	const rows = cells.map(cell => {
		const result = found.get(cell.name)
		return `| ${cell.clients} | ${titles[cell.who]} | ${number(result.perSecond)} | ${micro(result.service)} + ${micro(result.database)} | ${milliseconds(result.p50)} / ${milliseconds(result.p99)} | ${Math.round(result.foreign * 100)} % |`
	})
	return [`### ${heading}`, '', '| clients | who | per s | CPU each, service + database, µs | p50 / p99, ms | others |', '| ---: | --- | ---: | ---: | ---: | ---: |', ...rows, ''].join('\n')
}

// Goals as ratios of what was measured here; a goal whose runs were left out isn't told.
function goals(found) {
	const of = (name, figure) => found.get(name)?.[figure]
	const ratio = (a, b, figure = 'perSecond') => of(a, figure) / of(b, figure)
	const cpu = name => of(name, 'service') + of(name, 'database')
	const list = [
		['64 clients beside Fastify + pg', ratio('ours closed 64', 'peer closed 64'), '≥', 3.2],
		['64 clients beside one INSERT each', ratio('ours closed 64', 'pgbench closed 64'), '≥', 2],
		['256 clients beside Fastify + pg', ratio('ours closed 256', 'peer closed 256'), '≥', 3.5],
		['256 clients beside one INSERT each', ratio('ours closed 256', 'pgbench closed 256'), '≥', 2.2],
		['three texts, 64 clients, beside Fastify + pg', ratio('ours texts 64', 'peer texts 64'), '≥', 3],
		['CPU per submission, 64 clients, of Fastify + pg', cpu('ours closed 64') / cpu('peer closed 64'), '≤', 0.28],
		['a lone client’s p50 beside Fastify + pg', ratio('ours closed 1', 'peer closed 1', 'p50'), '≤', 1],
		['a lone client’s p50 beside one INSERT', ratio('ours closed 1', 'pgbench closed 1', 'p50'), '≤', 2],
		['p99 at 256 clients of Fastify + pg’s p50', of('ours closed 256', 'p99') / of('peer closed 256', 'p50'), '≤', 1],
		['GET beside nginx', ratio('getOurs 64', 'getNginx 64'), '≥', 0.5],
	]
	const rows = list.filter(([, value]) => Number.isFinite(value)).map(([what, value, sign, goal]) => {
		const met = sign === '≥' ? value >= goal : value <= goal
		return `| ${what} | ${value.toFixed(2)} | ${sign} ${goal} | ${met ? 'yes' : 'no'} |`
	})
	return ['### Goals', '', '| what | measured | goal | met |', '| --- | ---: | ---: | --- |', ...rows, ''].join('\n')
}

const tell = (name, result) => console.error(`${name.padEnd(18)} ${String(Math.round(result.perSecond)).padStart(7)}/s ${micro(result.service)}+${micro(result.database)} µs p50 ${milliseconds(result.p50)} p99 ${milliseconds(result.p99)} others ${Math.round(result.foreign * 100)} %`)

const until = Date.now() + Number(options.minutes) * 60000
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end().finally(() => process.exit(1)))
try {
	const contestants = await openContestants()
	const cells = plan.filter(cell => cell.name.startsWith(options.only) || cell.name.includes(` ${options.only}`))
	const found = await runCells(cells.map(cell => ({ name: cell.name, run: () => contestants[cell.who](cell.clients, seconds, cell.kind) })), Number(options.rounds), until, tell)
	const part = kind => cells.filter(cell => cell.kind === kind)
	console.log(`${describe()}. Medians of ${options.rounds} runs of ${seconds} s, by turns; “others”: the most that other programs had of the processors in those runs.\n`)
	if (part('closed').length) console.log(table('Twenty closed questions (0.4 kB)', part('closed'), found))
	if (part('texts').length) console.log(table('Seventeen closed questions and three texts (1.9 kB)', part('texts'), found))
	const rest = part(undefined)
	if (rest.length) console.log(table('The limits around it', rest, found))
	console.log(goals(found))
} finally {
	await end()
}
