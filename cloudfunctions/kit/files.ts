import { sdk } from './sdk'

/** The file store. Paths are made by the server; a client never names one. */
export interface Files {
  /** @returns the file's id, `cloud://…` */
  upload(path: string, content: Buffer): Promise<string>
  /** Short-lived links by file id; a file that is gone has none. At most 50 ids, one request. */
  links(fileIds: readonly string[]): Promise<Map<string, string>>
}

/** Seconds that a link to a photo works. */
const linkSeconds = 30 * 60

/** The file store of this function's environment. */
export const files = (): Files => ({
  upload: async (cloudPath, fileContent) => (await sdk().uploadFile({ cloudPath, fileContent })).fileID,
  links: async (fileIds) => {
    const wanted = [...new Set(fileIds)]
    if (wanted.length === 0) return new Map()
    const { fileList } = await sdk().getTempFileURL({
      fileList: wanted.map((fileID) => ({ fileID, maxAge: linkSeconds })),
    })
    return new Map(
      fileList.filter(({ tempFileURL }) => tempFileURL).map((file) => [file.fileID, file.tempFileURL]),
    )
  },
})
