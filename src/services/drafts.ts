import { useActing } from './acting'
import { dropKeptPhoto } from './platform/drop-photo'
import { forget, readStored, storedNames } from './storage'

/** Names of all that a person is writing and has not sent; gone when another person uses the device. */
const all = 'draft.'
const own = `${all}own.`

/** Of what a helper is writing for a resident (代办); gone when that ends, while the helper's own stays. */
const acting = `${all}for.`

/** Under which name a draft is kept at this moment: apart while its writer acts for a resident. */
export const draftKey = (name: string): string => {
  const { session } = useActing.getState()
  return (session ? `${acting}${session.id}.` : own) + name
}

/** Another person uses this device from now on. */
export const forgetKept = (): void => forgetStarting(all)

/** Another name from here on: the helper's own drafts wait, but not where he or she went last (`useRecent`). */
export const forgetActed = (): void => [acting, `${own}buildings.`].forEach(forgetStarting)

/** Drafts with their photos, which WeChat keeps as files. */
const forgetStarting = (prefix: string) =>
  storedNames(prefix).forEach((key) => {
    readStored<{ photos?: { key: string }[] }>(key)?.photos?.forEach((photo) => dropKeptPhoto(photo.key))
    forget(key)
  })
