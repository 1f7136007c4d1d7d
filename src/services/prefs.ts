import { create } from 'zustand'
import { readStored, store } from './storage'
import { paintRoot, readSystemLook, watchSystemLook, type SystemLook } from './platform/look'
import { onStoredElsewhere } from './platform/other-windows'

export type Theme = 'auto' | 'light' | 'dark'

interface Prefs {
  /** 长辈模式: larger text and targets, fewer things on a page. */
  elder: boolean
  theme: Theme
  system: SystemLook
}

const key = 'prefs'

const kept = () => readStored<Pick<Prefs, 'elder' | 'theme'>>(key)

/** How this device's owner wants to see the app; read before the first paint. */
export const usePrefs = create<Prefs>(() => ({
  elder: false,
  theme: 'auto',
  ...kept(),
  system: readSystemLook(),
}))

export const setElder = (elder: boolean): void => change({ elder })

export const setTheme = (theme: Theme): void => change({ theme })

export const isDark = ({ theme, system }: Pick<Prefs, 'theme' | 'system'>): boolean =>
  theme === 'auto' ? system.dark : theme === 'dark'

/** The classes of a page's root element: the mode and the theme (tokens.css). */
export const rootClass = (prefs: Prefs): string =>
  [
    'app-root',
    prefs.elder ? 'elder' : prefs.system.largeFont ? 'font-large' : '',
    isDark(prefs) ? 'dark' : '',
  ]
    .filter(Boolean)
    .join(' ')

/** Keeps the pages and the frame around them in step with the preferences, in every window; once, before the first page. */
export const startLook = (): void => {
  paintRoot(rootClass(usePrefs.getState()), isDark(usePrefs.getState()))
  usePrefs.subscribe((prefs) => paintRoot(rootClass(prefs), isDark(prefs)))
  watchSystemLook((system) => usePrefs.setState({ system }))
  onStoredElsewhere(key, () => usePrefs.setState({ ...kept() }))
}

const change = (wish: Partial<Prefs>) => {
  usePrefs.setState(wish)
  const { elder, theme } = usePrefs.getState()
  store(key, { elder, theme })
}
