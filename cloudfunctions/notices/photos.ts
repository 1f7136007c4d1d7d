import { ownPhotos } from '../kit/ownPhotos'

/** Photos of notices, each bound to whoever uploaded it. */
export const photos = ownPhotos('notices', 'notice photo')
