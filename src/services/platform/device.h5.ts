/** Opens the telephone with the number. */
export const makeCall = (phone: string): void => {
  window.location.href = `tel:${phone.replace(/[^\d+]/g, '')}`
}

/** A short buzz, where the device can. */
export const buzz = (): void => void navigator.vibrate?.(60)
