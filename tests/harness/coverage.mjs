// What of the contract a run has met, over all its files.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readContract } from './contract.mjs'

// The answers and problem types that openapi/ describes and no test has met.
export function unmet(directory) {
	const { answers, types } = readContract(path.join(directory, 'openapi.json')).demands()
	const coverage = path.join(directory, 'coverage')
	const notes = readdirSync(coverage).map(file => JSON.parse(readFileSync(path.join(coverage, file), 'utf8')))
	const met = new Set(notes.flatMap(note => [...note.answers, ...note.types]))
	return [...answers, ...types].filter(name => !met.has(name))
}
