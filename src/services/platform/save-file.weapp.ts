import Taro from '@tarojs/taro'

/**
 * Shows the person a workbook, with WeChat's menu to pass it on or keep it. The one before it is removed: no more than
 * one lies on the phone. @returns whether it could be fetched
 */
export const saveFile = async (url: string, fileName: string): Promise<boolean> => {
  const folder = Taro.env.USER_DATA_PATH ?? ''
  const filePath = `${folder}/${fileName}`
  try {
    removeEarlier(folder)
    const { statusCode } = await Taro.downloadFile({ url, filePath })
    if (statusCode !== 200) return false
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
    return true
  } catch {
    return false
  }
}

/** One that cannot be removed, e.g. while it is shown, is in nobody's way. */
const removeEarlier = (folder: string): void => {
  try {
    const files = Taro.getFileSystemManager()
    for (const name of files.readdirSync(folder))
      if (name.endsWith('.xlsx')) files.unlinkSync(`${folder}/${name}`)
  } catch {
    return
  }
}
