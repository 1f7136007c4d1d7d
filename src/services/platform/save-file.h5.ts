/** Gives the person a file under a name. @returns whether it could be fetched */
export const saveFile = async (url: string, fileName: string): Promise<boolean> => {
  try {
    const reply = await fetch(url)
    if (!reply.ok) return false
    const address = URL.createObjectURL(await reply.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = fileName
    link.click()
    // The browser has taken it over by then.
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    return true
  } catch {
    return false
  }
}
