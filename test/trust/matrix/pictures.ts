import { jpegWith } from '../../affairs/story'

/** The smallest JPEG that every upload takes. */
export const pictureBase64 = jpegWith().toString('base64')
