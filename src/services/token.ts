import { forget, readStored, store } from './storage'

const key = 'session.token'

/** Where what renews the token is kept (see pass.ts). */
export const passKey = 'session.pass'

/** The bearer token of the web build; the mini program has none, WeChat knows who calls. */
export const readToken = (): string | null => readStored<string>(key)

export const keepToken = (token: string): void => store(key, token)

export const forgetToken = (): void => [key, passKey].forEach(forget)
