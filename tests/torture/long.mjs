#!/usr/bin/env node
// make torture: every scenario, by turns, for so many minutes in all (20 when nothing is said). Prints figures.
import { faultsOf, scenarios } from './scenarios.mjs'
import { World } from './world.mjs'

const minutes = Number(process.argv[2] ?? 20)
const names = Object.keys(scenarios)
const seconds = Math.max(2, minutes * 60 / names.length / 2 - 6)
const end = Date.now() + minutes * 60000
const sums = new Map(names.map(name => [name, { kills: 0, submissions: 0, acknowledged: 0, lost: 0, doubled: 0, half: 0, strange: 0, longest: 0, back: 0 }]))
let failed = 0

function add(sum, figures) {
	for (const name of ['kills', 'submissions', 'acknowledged', 'lost', 'doubled', 'half', 'strange']) sum[name] += figures[name]
	for (const name of ['longest', 'back']) sum[name] = Math.max(sum[name], figures[name])
}

// A world of its own for each turn: the ledger is compared as a whole.
async function turn(name) {
	const world = await World.open()
	try {
		const figures = await scenarios[name](world, seconds)
		if (figures.skipped) return console.log(`${name}: left out, ${figures.skipped}`)
		add(sums.get(name), figures)
		const faults = faultsOf(figures)
		failed += faults.length ? 1 : 0
		console.log(`${name}: ${figures.kills} times, ${figures.acknowledged} of ${figures.submissions} acknowledged${faults.length ? `; ${faults.join('; ')}` : ''}`)
	} catch (error) {
		failed++
		console.log(`${name}: ${error.stack}`)
	} finally {
		await world.close()
	}
}

for (let round = 0; round < 2; round++) for (const name of names) if (Date.now() < end) await turn(name)

console.log('\n| what happened | times | submissions | acknowledged | lost | doubled | half | longest answer, ms | back within, ms |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const [name, sum] of sums) console.log(`| ${name} | ${sum.kills} | ${sum.submissions} | ${sum.acknowledged} | ${sum.lost} | ${sum.doubled} | ${sum.half + sum.strange} | ${sum.longest} | ${sum.back} |`)
console.log(`\n${names.length * 2 - failed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
