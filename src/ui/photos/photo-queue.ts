/** A photo in a draft: on this device, and after its upload on the server too. */
export interface DraftPhoto {
  key: string
  /** null where the device does not tell. */
  takenAt: string | null
  /** null until it is uploaded. */
  photoId: string | null
  /** A link that works for some minutes; null until it is uploaded. */
  photoUrl: string | null
}

/** How one upload went: there, refused for good, or unknown, to be tried again. */
export type UploadOutcome =
  | { kind: 'done'; photoId: string; photoUrl: string }
  | { kind: 'refused'; words: string }
  | { kind: 'failed'; words: string }

/** What the queue works on; the draft is the only place that remembers. */
export interface QueueOf {
  photos: () => DraftPhoto[]
  put: (photos: DraftPhoto[]) => void
  /** @returns base64; null when the device has lost it */
  read: (key: string) => string | null
  /** The device may forget the picture: it is on the server. */
  drop: (key: string) => void
  upload: (base64: string) => Promise<UploadOutcome>
  /** Which one is on its way; null when none. */
  onBusy: (key: string | null) => void
}

export interface PhotoQueue {
  /**
   * Uploads what is not uploaded yet, one after the other: a weak line carries one at a time best. Called while
   * it runs, it joins that run.
   * @returns null when all are there, else why not
   */
  drain: () => Promise<string | null>
}

/** Uploads the photos of one draft. */
export const newPhotoQueue = (of: QueueOf): PhotoQueue => {
  let running: Promise<string | null> | null = null
  const drain = () => {
    running ??= drainOnce(of).finally(() => (running = null))
    return running
  }
  return { drain }
}

const drainOnce = async (of: QueueOf): Promise<string | null> => {
  const tried = new Set<string>()
  let trouble: string | null = null
  // Read anew each time: photos are added and taken away meanwhile.
  for (let next = nextOf(of, tried); next; next = nextOf(of, tried)) {
    tried.add(next.key)
    of.onBusy(next.key)
    trouble = (await uploadOne(of, next.key)) ?? trouble
  }
  of.onBusy(null)
  return trouble
}

const nextOf = ({ photos }: QueueOf, tried: Set<string>) =>
  photos().find(({ key, photoId }) => photoId === null && !tried.has(key))

const uploadOne = async (of: QueueOf, key: string): Promise<string | null> => {
  const without = () => of.put(of.photos().filter((photo) => photo.key !== key))
  const base64 = of.read(key)
  if (base64 === null) {
    without()
    return '有一张照片手机里找不到了，请重新添加'
  }
  const outcome = await of.upload(base64)
  if (outcome.kind === 'failed') return outcome.words
  of.drop(key)
  if (outcome.kind === 'refused') {
    without()
    return outcome.words
  }
  const { photoId, photoUrl } = outcome
  of.put(of.photos().map((photo) => (photo.key === key ? { ...photo, photoId, photoUrl } : photo)))
  return null
}
