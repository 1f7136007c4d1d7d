export interface PictureProps {
  src: string
  /** What it shows; empty when the words beside it say so. */
  alt: string
  className: string
  /** All of it, not filled to the frame. */
  whole?: boolean
  onError?: () => void
}

/** The browser's own image: it can be named, and loads only when it comes near. */
export const Picture = ({ src, alt, className, onError }: PictureProps) => (
  <img className={className} src={src} alt={alt} loading="lazy" onError={onError} />
)
