/** Tells when another window of this browser has stored something under the name. */
export const onStoredElsewhere = (key: string, listener: () => void): void =>
  window.addEventListener('storage', (event) => {
    if (event.key === key) listener()
  })
