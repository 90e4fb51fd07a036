#!/usr/bin/env node
// make bench-check: what parsing, checking, coding and sealing a submission take. Exits 1 beyond the goal.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkProgram, end, run, workDirectory, writeBodies } from './programs.mjs'
import { surveys } from './survey.mjs'

const goal = 40 // microseconds, of twenty closed questions
const titles = { closed: 'twenty closed questions, 0.4 kB', texts: 'seventeen and three texts, 1.9 kB' }

try {
	const bodies = writeBodies()
	console.log('| body | parse, µs | check, code and seal, µs | together |\n| --- | ---: | ---: | ---: |')
	for (const kind of Object.keys(surveys)) {
		const survey = path.join(workDirectory(), `survey-${kind}.json`)
		writeFileSync(survey, JSON.stringify(surveys[kind]))
		await run(checkProgram, [survey, bodies[kind]], line => {
			const [parse, prepare] = line.split(' ').map(Number)
			console.log(`| ${titles[kind]} | ${parse.toFixed(1)} | ${prepare.toFixed(1)} | ${(parse + prepare).toFixed(1)} |`)
			if (kind === 'closed' && parse + prepare > goal) process.exitCode = 1
		})
	}
} finally {
	await end()
}
