/** What is passed on: its title and the address of the page. */
export interface Shared {
  title: string
  path: string
}

/** A browser passes on its address by itself. */
export const useShare = (_shared: Shared | null): void => undefined
