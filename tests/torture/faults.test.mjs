// The short form of `make torture`: each scenario once, for a moment.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsOf, scenarios, short } from './scenarios.mjs'
import { World } from './world.mjs'

let world
before(async () => (world = await World.open()))
after(() => world.close())

for (const name of short) {
	test(`nothing that was acknowledged is lost, doubled or halved when ${name}`, async t => {
		const figures = await scenarios[name](world, 1)

		if (figures.skipped) return t.skip(figures.skipped)
		t.diagnostic(`${figures.kills} times, ${figures.submissions} submissions, ${figures.acknowledged} acknowledged, lost ${figures.lost}, doubled ${figures.doubled}`)
		assert.deepEqual(faultsOf(figures), [])
	})
}
