// What one run of the tests shares between its files: where the cluster, the binary and the contract are.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

// The run that this file belongs to; tests/run.mjs writes it.
export const current = (() => {
	const directory = process.env.SAMRAD_TEST_RUN
	if (!directory) throw new Error('these tests need a cluster: node tests/run.mjs FILE…')
	return { directory, ...JSON.parse(readFileSync(path.join(directory, 'run.json'), 'utf8')) }
})()
