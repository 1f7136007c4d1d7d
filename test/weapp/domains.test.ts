import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const features = join(__dirname, '../../src/features')

/** The demo has no page in the mini program. */
const withoutPages = ['demo']

test('[W1] every domain with pages has a journey in the mini program', () => {
  const domains = readdirSync(features).filter((name) => !withoutPages.includes(name))
  const journeys = readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.ts') && !/(pages|domains)\.test\.ts$/.test(name))
    .map((name) => readFileSync(join(__dirname, name), 'utf8'))
  const told = (domain: string) => journeys.some((text) => text.includes(`features/${domain}/`))
  expect(domains.filter((domain) => !told(domain))).toEqual([])
})
