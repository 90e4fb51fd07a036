// A small disk of its own stands for a full one.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, test } from 'node:test'
import { asRoot, run, Scratch } from './scratch.mjs'

const skip = { skip: !asRoot && 'needs root, to mount a disk' }
let disk

beforeEach(() => {
	disk = mkdtempSync('/var/tmp/samrad-disk-')
})

afterEach(async () => {
	await run('umount', [disk])
	rmSync(disk, { recursive: true })
})

async function mount(megabytes) {
	await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', disk])
	return new Scratch(disk)
}

test('a cluster is not made, and that is told in one sentence', skip, async () => {
	const scratch = await mount(30)
	chmodSync(scratch.directory, 0o755)

	const { code, stderr } = await scratch.cluster('start')

	assert.equal(code, 1)
	assert.match(stderr, /^samrad: the disk that holds \S+ is full: \d+ MB are free, 120 MB are needed\n$/)
})

test('a cluster does not start, and that is told in one sentence', skip, async () => {
	const scratch = await mount(150)
	chmodSync(scratch.directory, 0o755)
	await scratch.cluster('start')
	await scratch.cluster('stop')
	await run('dd', ['if=/dev/zero', `of=${disk}/filler`, 'bs=64k'])

	const { code, stderr } = await scratch.cluster('start')
	await run('rm', [`${disk}/filler`])
	const again = await scratch.cluster('start')
	await scratch.cluster('stop')

	assert.equal(code, 1)
	assert.match(stderr, /^samrad: the disk that holds \S+ is full: \d+ MB are free\n$/)
	assert.equal(again.code, 0, again.stderr)
})
