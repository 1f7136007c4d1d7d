/** What is passed on: its title, the address of the page, a picture in the build; without one WeChat takes the screen's. */
export interface Shared {
  title: string
  path: string
  imageUrl?: string
}

/** A browser passes on its address by itself. */
export const useShare = (_shared: Shared | null): void => undefined
