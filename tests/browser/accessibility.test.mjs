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

// One reader in each language goes through all the pages.
const readers = [
	{ lang: 'sv', viewport: widths.phone },
	{ lang: 'en', viewport: widths.desktop },
]
for (const [name, target] of Object.entries(pages)) {
	test(`${name}: axe finds nothing, in Swedish and English, light and dark`, async () => {
		for (const reader of readers) {
			const { lang, viewport } = reader
			reader.visit ??= await chromium.visit('/', { viewport })
			const { page } = reader.visit
			await page.emulateMedia({ colorScheme: 'light' })
			await page.goto(`${target}${target.includes('?') ? '&' : '?'}lang=${lang}`)
			await assertAccessible(page, `${target} in ${lang}`)
			await shoot(page, `${name}-${lang}-light`)
			await page.emulateMedia({ colorScheme: 'dark' })
			await assertAccessible(page, `${target} in ${lang}, dark`, { rules: ['color-contrast'] })
			await shoot(page, `${name}-${lang}-dark`)
			reader.visit.assertQuiet({ expected: status })
		}
	})
}

test('faults and thanks: axe finds nothing', async () => {
	const visit = await chromium.visit('/s/arena-open', { viewport: widths.phone })
	const { page } = visit
	const press = () => Promise.all([page.waitForNavigation(), page.locator('main form[method=post] button:not([type=button])').last().click()])
	const assertBoth = async name => {
		for (const colorScheme of ['light', 'dark']) {
			await page.emulateMedia({ colorScheme })
			await assertAccessible(page, `${name}, ${colorScheme}`)
			await shoot(page, `${name}-${colorScheme}`)
		}
	}
	await page.locator('input[name=word]').fill('ett ord som är mycket långt')
	await press()
	await assertBoth('faults')
	await page.locator('input[name=word]').fill('kort')
	await page.locator('input[name=role]').first().check({ force: true })
	await press()
	assert.match(await page.locator('main').innerText(), /Tack/)
	await assertBoth('thanks')
	await visit.leave({ expected: /422/ })
})

test('in forced colours every control can still be seen', async () => {
	const visit = await chromium.visit('/s/arena-open', { forcedColors: 'active' })

	await assertAccessible(visit.page, 'the form in forced colours')
	await shoot(visit.page, 'form-forced-colours')
	await visit.leave()
})
