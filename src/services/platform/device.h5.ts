/** Opens the telephone with the number. */
export const makeCall = (phone: string): void => {
  window.location.href = `tel:${phone.replace(/[^\d+]/g, '')}`
}

/** @returns whether it worked */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** A short buzz, where the device can. */
export const buzz = (): void => void navigator.vibrate?.(60)
