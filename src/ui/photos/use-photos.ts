import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { choosePhotos } from '@/services/platform/choose-photo'
import { dropKeptPhoto } from '@/services/platform/drop-photo'
import { keepPhoto, keptPhotoUrl, readKeptPhoto } from '@/services/platform/kept-photo'
import { onNetworkBack } from '@/services/platform/network'
import { isDefinite, type Failure } from '@/services/replies'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { newPhotoQueue, type DraftPhoto, type UploadOutcome } from './photo-queue'

/** Where photos go, and how many one draft has. */
export interface PhotoDoor {
  upload: 'affairs.uploadPhoto' | 'notices.uploadPhoto'
  most: number
}

export const casePhotos: PhotoDoor = { upload: 'affairs.uploadPhoto', most: limits.case.photos }
export const noticePhotos: PhotoDoor = { upload: 'notices.uploadPhoto', most: limits.notice.photos }

export interface Photos {
  all: DraftPhoto[]
  /** The one on its way to the server. */
  busyKey: string | null
  mayAdd: boolean
  add: () => Promise<void>
  remove: (key: string) => void
  /** Uploads what is not there yet. @returns null when all are there, else why not */
  upload: () => Promise<string | null>
  urlOf: (photo: DraftPhoto) => string | null
  /** Those that were uploaded were not used for so long that the server has removed them. */
  gone: boolean
  /**
   * To be asked after a refusal: when the photos are what was refused, those that were uploaded leave the draft.
   * @returns whether they did
   */
  areGone: (refusal: Failure) => boolean
}

export const goneWords = '照片放得太久，请重新添加'

/** The photos of a draft: they go up as soon as they are chosen, wait when that fails, and say so. */
export const usePhotos = (
  read: () => DraftPhoto[],
  put: (photos: DraftPhoto[]) => void,
  door: PhotoDoor,
): Photos => {
  const [busyKey, setBusyKey] = useState<string | null>(null)
  const { gone, setGone, areGone } = useGone(read, put)
  const draft = useRef({ read, put })
  draft.current = { read, put }
  const queue = useMemo(
    () =>
      newPhotoQueue({
        photos: () => draft.current.read(),
        put: (photos) => draft.current.put(photos),
        read: readKeptPhoto,
        drop: dropKeptPhoto,
        upload: (photo) => upload(door.upload, photo),
        onBusy: setBusyKey,
      }),
    [door.upload],
  )
  const retry = useCallback(async () => {
    const trouble = await queue.drain()
    if (trouble) toast(trouble)
    return trouble
  }, [queue])
  // What waited from an earlier visit, and what waits for the network.
  useEffect(() => void queue.drain(), [queue])
  useEffect(() => onNetworkBack(() => void queue.drain()), [queue])

  const all = read()
  const add = async () => {
    setGone(false)
    if (await addChosen(read, put, door.most)) await retry()
  }
  const remove = (key: string) => {
    dropKeptPhoto(key)
    put(read().filter((photo) => photo.key !== key))
  }
  const mayAdd = all.length < door.most
  return { all, busyKey, mayAdd, add, remove, upload: retry, urlOf, gone, areGone }
}

const useGone = (read: () => DraftPhoto[], put: (photos: DraftPhoto[]) => void) => {
  const [gone, setGone] = useState(false)
  const areGone = ({ code, detail }: Failure) => {
    const are = code === 'INVALID_INPUT' && (detail === 'photos' || detail === 'photoIds')
    if (are) put(read().filter(({ photoId }) => photoId === null))
    setGone(are)
    return are
  }
  return { gone, setGone, areGone }
}

/** Keeps the chosen ones on the device and puts them into the draft. @returns whether there are any */
const addChosen = async (
  read: () => DraftPhoto[],
  put: (photos: DraftPhoto[]) => void,
  most: number,
): Promise<boolean> => {
  const picked = await choosePhotos(most - read().length)
  for (const one of picked) {
    if (one.kind === 'unreadable') toast('有一张图片打不开，请换一张 JPG 或 PNG 照片')
    if (one.kind === 'too-large') toast('有一张图片太大，请换一张小一点的')
    if (one.kind !== 'picked') continue
    const key = newKey()
    put([...read(), { key, takenAt: one.takenAt, photoId: null, photoUrl: null }])
    // The draft takes nothing any more when the acting (代办) ended meanwhile.
    if (read().some((photo) => photo.key === key)) keepPhoto(key, one.base64)
  }
  return picked.some(({ kind }) => kind === 'picked')
}

/** The device's own copy first: it is there at once. */
const urlOf = ({ key, photoUrl }: DraftPhoto) => keptPhotoUrl(key) ?? photoUrl

const upload = async (door: PhotoDoor['upload'], photo: string): Promise<UploadOutcome> => {
  const reply = await perform(door, { photo })
  if (reply.ok) return { kind: 'done', ...reply.data }
  const words = sentenceOf(reply)
  return isDefinite(reply) ? { kind: 'refused', words } : { kind: 'failed', words }
}

/** Unique on this device. */
const newKey = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`
