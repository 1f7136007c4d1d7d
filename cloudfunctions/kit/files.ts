import { sdk } from './sdk'

/** The file store. Paths are made by the server; a client never names one. */
export interface Files {
  /** @returns the file's id, `cloud://…` */
  upload(path: string, content: Buffer): Promise<string>
  /**
   * Short-lived links by file id; a file that is gone has none. At most 50 ids, one request.
   * @param seconds that they work; half an hour, unless what they lead to is not for passing on
   */
  links(fileIds: readonly string[], seconds?: number): Promise<Map<string, string>>
  /** What is in a file; null where it is gone. */
  download(fileId: string): Promise<Buffer | null>
  /** The ids of files by path, whether they are there or not. One request. */
  idsOf(paths: readonly string[]): Promise<Map<string, string>>
  /** A file that is gone already is no error. At most 50 ids, one request. */
  remove(fileIds: readonly string[]): Promise<void>
}

/** What the SDK gives: the file, or a code and no file. */
interface Downloaded {
  fileContent?: Buffer
  code?: string
}

/** Seconds that a link to a photo works. */
const linkSeconds = 30 * 60

/** The file store of this function's environment. */
export const files = (): Files => ({
  upload: async (cloudPath, fileContent) => (await sdk().uploadFile({ cloudPath, fileContent })).fileID,
  links: async (fileIds, seconds = linkSeconds) => {
    const wanted = [...new Set(fileIds)]
    if (wanted.length === 0) return new Map()
    const { fileList } = await sdk().getTempFileURL({
      fileList: wanted.map((fileID) => ({ fileID, maxAge: seconds })),
    })
    return new Map(
      fileList.filter(({ tempFileURL }) => tempFileURL).map((file) => [file.fileID, file.tempFileURL]),
    )
  },
  download: async (fileID) => {
    const { fileContent, code } = (await sdk().downloadFile({ fileID })) as Downloaded
    if (fileContent) return fileContent
    if (code === 'STORAGE_FILE_NONEXIST') return null
    throw new Error('a file that could not be read')
  },
  idsOf: async (paths) => {
    const [first] = paths
    if (first === undefined) return new Map()
    // An id is the bucket's address and the path; only the store knows the address.
    const { data } = await sdk().getUploadMetadata({ cloudPath: first })
    const { fileId } = data as { fileId: string }
    if (!fileId.endsWith(first)) throw new Error('a file id that does not end with its path')
    const bucket = fileId.slice(0, -first.length)
    return new Map(paths.map((path) => [path, `${bucket}${path}`]))
  },
  remove: async (fileIds) => {
    if (fileIds.length > 0) await sdk().deleteFile({ fileList: [...fileIds] })
  },
})
