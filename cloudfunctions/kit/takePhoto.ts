import { limits } from '../contract/limits'
import type { Context } from './handler'
import { pictureIn, type PhotoKind } from './photos'
import { keepUpload } from './uploads'

type Taking = Pick<Context<'affairs.uploadPhoto'>, 'db' | 'files' | 'now' | 'effectId' | 'inputHash' | 'fail'>

/**
 * Takes a photo through the function: its bytes are looked at, and place, time and device are taken out, before
 * anything is stored; its path is the server's. Two round trips.
 * @param photo base64
 * @param pathOf the path for an upload's id
 */
export async function takePhoto(
  photo: string,
  pathOf: (uploadId: string, kind: PhotoKind) => string,
  context: Taking,
): Promise<{ photoId: string; photoUrl: string }> {
  const { files, fail, effectId } = context
  const bytes = Buffer.from(photo, 'base64')
  if (bytes.length > limits.photoBytes) return fail('PHOTO_TOO_LARGE', 'photo')
  const picture = pictureIn(bytes) ?? fail('PHOTO_UNSUPPORTED', 'photo')
  const photoId = await keepUpload(pathOf(effectId('a'), picture.kind), picture.bytes, context)
  const links = await files.links([photoId])
  return { photoId, photoUrl: links.get(photoId) ?? fail('INTERNAL') }
}
