// axe finds nothing on any page, in both languages, light and dark; and how each looks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible, browserFor, shoot, widths } from '../harness/browser.mjs'
import { event, madeUpAnswers, responsesFile, surveys } from '../harness/fixtures.mjs'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta, { load: [event, ...Object.values(surveys), responsesFile('arena-closed', madeUpAnswers(160, 7))] })
const chromium = browserFor(s)

const pages = {
	start: '/',
	form: '/s/arena-open',
	closed: '/s/arena-closed',
	later: '/s/arena-later',
	results: '/s/arena-closed/results',
	split: '/s/arena-closed/results?by=role',
	withheld: '/s/arena-open/results',
	refused: '/s/arena-keyed/results',
	problem: '/problems/idempotency-key-reused',
	missing: '/nothing',
}
const status = /the server responded with a status of 40[34]/

for (const [name, target] of Object.entries(pages)) {
	test(`${name}: axe finds nothing, in Swedish and English, light and dark`, async () => {
		for (const [lang, scheme] of [['sv', 'light'], ['sv', 'dark'], ['en', 'light'], ['en', 'dark']]) {
			const visit = await chromium.visit(`${target}${target.includes('?') ? '&' : '?'}lang=${lang}`, { scheme, viewport: lang === 'sv' ? widths.phone : widths.desktop })
			await assertAccessible(visit.page, `${target} in ${lang}, ${scheme}`)
			await shoot(visit.page, `${name}-${lang}-${scheme}`)
			await visit.leave({ expected: status })
		}
	})
}

test('faults and thanks: axe finds nothing', async () => {
	for (const scheme of ['light', 'dark']) {
		const visit = await chromium.visit('/s/arena-open', { scheme, viewport: widths.phone })
		const press = () => Promise.all([visit.page.waitForNavigation(), visit.page.locator('main form[method=post] button:not([type=button])').last().click()])
		await visit.page.locator('input[name=word]').fill('ett ord som är långt')
		await press()
		await assertAccessible(visit.page, `the form with faults, ${scheme}`)
		await shoot(visit.page, `faults-${scheme}`)
		await visit.page.locator('input[name=role]').first().check({ force: true })
		await press()
		assert.match(await visit.page.locator('main').innerText(), /Tack/)
		await assertAccessible(visit.page, `the thanks, ${scheme}`)
		await shoot(visit.page, `thanks-${scheme}`)
		await visit.leave({ expected: /422/ })
	}
})

test('in forced colours every control can still be seen', async () => {
	const visit = await chromium.visit('/s/arena-open', { forcedColors: 'active' })

	await assertAccessible(visit.page, 'the form in forced colours')
	await shoot(visit.page, 'form-forced-colours')
	await visit.leave()
})
