// A participant answers the feedback of 2020, with JavaScript and without.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { browserFor, shoot, widths } from '../harness/browser.mjs'
import { top } from '../harness/run.mjs'
import { suite } from '../harness/suite.mjs'

const files = ['events', 'surveys', 'responses'].flatMap(name => {
	const folder = path.join(top, 'examples', name)
	return readdirSync(folder).filter(file => file.endsWith('.json')).map(file => path.join(folder, file))
})
const s = suite(import.meta, { files })
const chromium = browserFor(s)
const stored = () => s.value("SELECT count(*) FROM response JOIN survey USING (survey_id) WHERE key = 'vk-2020-feedback'")
const refused = /422 \(/

for (const script of [true, false]) {
	const how = script ? 'with JavaScript' : 'without JavaScript'

	test(`one who skips what is required sees the fault, mends it, sends, and gets a receipt, ${how}`, async () => {
		const before = await stored()
		const visit = await chromium.visit('/s/vk-2020-feedback', { script, viewport: widths.phone })
		const { page } = visit
		await page.locator('input[name=overall][value="4"]').check({ force: true })
		await page.locator('input[name=recommend][value="9"]').check({ force: true })
		await send(page)

		const role = page.locator('fieldset', { has: page.locator('input[name=role]') }).first()
		assert.match(await page.locator('main').innerText(), /Välj|Svara|svar/)
		assert.ok(await role.getByText(/./).count())
		assert.ok(await page.locator('input[name=overall][value="4"]').isChecked(), 'what was chosen is kept')
		await shoot(page, `fault-phone-${script ? 'js' : 'plain'}`)
		await page.locator('input[name=role][value="politician"]').check({ force: true })
		await send(page)

		const thanks = await page.locator('main').innerText()
		assert.match(thanks, /Tack/)
		assert.match(thanks, /\b\d+-[A-Za-z0-9_-]{22,}\b/, 'the receipt')
		await shoot(page, `thanks-phone-${script ? 'js' : 'plain'}`)
		assert.equal(await stored(), before + 1)
		await visit.leave({ expected: refused })
	})
}

// Presses the button that sends.
async function send(page) {
	const button = page.locator('main form[method=post] button:not([type=button])').last()
	await Promise.all([page.waitForNavigation(), button.click()])
}

test('reloading the thanks sends the form again and makes no second response', async () => {
	const visit = await chromium.visit('/s/vk-2020-feedback', { script: false })
	const { page } = visit
	await page.locator('input[name=role][value="manager"]').check({ force: true })
	await send(page)
	const receipt = /\b\d+-[A-Za-z0-9_-]{22,}\b/.exec(await page.locator('main').innerText())[0]
	const before = await stored()

	await page.reload()

	assert.ok((await page.locator('main').innerText()).includes(receipt))
	assert.equal(await stored(), before)
	await visit.leave()
})

test('the form can be answered by the keyboard alone', async () => {
	const before = await stored()
	const visit = await chromium.visit('/s/vk-2020-feedback', { script: false })
	const { page } = visit
	await page.locator('input[name=role]').first().focus()
	await page.keyboard.press('Space')
	await page.locator('textarea').first().focus()
	await page.keyboard.type('Skrivet med tangenter')
	await page.locator('main form[method=post] button:not([type=button])').last().focus()
	const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle).catch(() => 'solid')
	await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])

	assert.notEqual(outline, 'none', 'the focus is seen')
	assert.equal(await stored(), before + 1)
	await visit.leave()
})

test('the results page shows figures and says that they are made up', async () => {
	for (const [name, viewport] of Object.entries(widths)) {
		const visit = await chromium.visit('/s/vk-2016-feedback/results', { viewport })
		const text = await visit.page.locator('main').innerText()

		assert.match(text, /\d+\s%/)
		assert.match(text, /påhittade/i)
		assert.ok((await visit.page.locator('svg[role=img]').count()) > 3)
		await shoot(visit.page, `results-${name}`)
		await visit.leave()
	}
})

test('nothing is wider than the screen, from 320 pixels on', async () => {
	for (const target of ['/', '/s/vk-2020-feedback', '/s/vk-2020-workshop', '/s/vk-2016-feedback/results', '/problems/invalid']) {
		const visit = await chromium.visit(target)
		for (const width of [320, 390, 1280]) {
			await visit.page.setViewportSize({ width, height: 800 })
			const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
			assert.ok(wide <= 0, `${target} at ${width}: ${wide} px too wide`)
		}
		await visit.leave()
	}
})

test('what is pressed with a finger is at least 44 pixels high', async () => {
	const visit = await chromium.visit('/s/vk-2020-feedback', { viewport: widths.phone })
	const small = await visit.page.locator('main form label:has(input), main form button, main form select').evaluateAll(nodes => nodes.filter(node => node.getBoundingClientRect().height && node.getBoundingClientRect().height < 44).map(node => node.outerHTML.slice(0, 120)))

	assert.deepEqual(small, [])
	await visit.leave()
})
