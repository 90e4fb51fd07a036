// Runs cells by turns, so that what disturbs the machine disturbs all alike, and runs again what was disturbed.
const undisturbed = 0.05 // of all processors, used by others

export const median = values => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]

const isCalm = result => result.foreign <= undisturbed

// The runs that count: the calmest so many.
const chosen = (results, rounds) => [...results].sort((a, b) => a.foreign - b.foreign).slice(0, rounds)

// cells: [{ name, run }]; rounds: how often each runs at least; until: a moment (Date.now()) after which none begins
// again. Gives name → { medians of perSecond, p50, p99, service, database, load; foreign: the most in those runs }.
export async function runCells(cells, rounds, until, tell = () => {}) {
	const results = new Map(cells.map(cell => [cell.name, []]))
	const once = async cell => {
		const result = await cell.run()
		results.get(cell.name).push(result)
		tell(cell.name, result)
	}
	for (let round = 0; round < rounds; round++) for (const cell of cells) await once(cell)
	for (;;) {
		const disturbed = cells.filter(cell => results.get(cell.name).filter(isCalm).length < rounds)
		if (!disturbed.length || Date.now() > until) break
		for (const cell of disturbed) if (Date.now() < until) await once(cell)
	}
	return new Map(cells.map(cell => [cell.name, summarise(chosen(results.get(cell.name), rounds), results.get(cell.name).length)]))
}

function summarise(runs, tries) {
	const of = name => median(runs.map(run => run[name] ?? 0))
	const figures = Object.fromEntries(['perSecond', 'p50', 'p99', 'service', 'database', 'load'].map(name => [name, of(name)]))
	return { ...figures, foreign: Math.max(...runs.map(run => run.foreign)), tries }
}
