import { z } from 'zod'
import { limits } from './limits'

/** Made by the client for one intent, kept until a definite reply: a repeat has the same effect once. */
export const RequestId = z.string().regex(/^[A-Za-z0-9_-]{16,40}$/)

/**
 * A place of the three administrative levels, as a dotted path: `district.street.community`.
 * The path is the scope: `wendeng.tianfu` covers `wendeng.tianfu.pinganli`.
 */
export const PlaceId = z.string().regex(/^[a-z0-9]{2,20}(\.[a-z0-9]{2,20}){0,2}$/)

export const CommunityId = z.string().regex(/^[a-z0-9]{2,20}(\.[a-z0-9]{2,20}){2}$/)

/** A street (sub-district) as such: never one of its communities. */
export const StreetId = z.string().regex(/^[a-z0-9]{2,20}\.[a-z0-9]{2,20}$/)

/** A street or a community. */
export const StreetOrCommunityId = z.string().regex(/^[a-z0-9]{2,20}(\.[a-z0-9]{2,20}){1,2}$/)

/** Ids that the server makes: a letter for the kind and 128 bits as base64url. */
const documentId = (kind: string) => z.string().regex(new RegExp(`^${kind}_[A-Za-z0-9_-]{22}$`))

export const ItemId = documentId('i')
export const RedemptionId = documentId('r')
export const ImportId = documentId('x')
export const MemberId = documentId('m')
export const CaseId = documentId('c')
export const MessageId = documentId('g')
export const MeetingId = documentId('t')
export const SignUpId = documentId('s')
export const TopicId = documentId('o')
export const RegistrationId = documentId('n')
export const ActivityId = documentId('v')
export const ParticipationId = documentId('p')
export const NoticeId = documentId('b')
export const CreditId = documentId('w')
export const DutyId = documentId('d')
export const InvitationId = documentId('j')

/** What an invitation's link holds: which one it is, and the secret that opens it. */
export const InvitationToken = z.string().regex(/^j_[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{22}$/)
export const ResidencyId = documentId('h')
export const CheckId = documentId('k')
export const DeskId = documentId('l')

/** What the QR on a web page holds: which desk it is, and a code that opens nothing but the question on a phone. */
export const DeskToken = z.string().regex(/^l_[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{22}$/)
export const ExportId = documentId('u')
export const EntryId = documentId('e')
export const ProxyId = documentId('y')
export const PrivacyId = documentId('q')
export const TerritoryId = documentId('z')

/** 治理网格 and 建管网格: two divisions of the same buildings. */
export const GridLayer = z.enum(['governance', 'construction'])

/** What a suggestion box's QR holds: it names a compound and nothing else. */
export const BoxCode = z.string().regex(/^[a-z0-9]{6,12}$/)

/** An instant as ISO 8601 in UTC. */
export const Instant = z.iso.datetime()

/** A calendar day in China (+08:00), `YYYY-MM-DD`. */
export const Day = z.iso.date()

/** A month in China, `YYYY-MM`. */
export const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)

/** A mobile number of the mainland: eleven digits. */
export const Phone = z.string().regex(/^1[3-9]\d{9}$/)

/** A whole number of points, never negative. */
export const Points = z.int().min(0).max(1_000_000_000)

/** One line of text: no control characters, no leading or trailing blanks, not empty. */
export const line = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u)
    .refine((text) => text.trim() === text && text.length > 0)

/** Text of several lines that may be empty. */
export const paragraph = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^(?:[^\p{Cc}\u2028\u2029]|\n)*$/u)

/** A name as others may see it: the family name and stars. */
export const MaskedName = z.string().regex(/^[^*\d]{1,2}\*{1,2}$/u)

/** 138****2241 */
export const MaskedPhone = z.string().regex(/^\d{3}\*{4}\d{4}$/)

/** A photo that was uploaded, as the file store names it. */
export const PhotoId = z
  .string()
  .max(limits.photoIdLength)
  .regex(/^cloud:\/\/[\w./-]+\.(jpg|png|webp)$/)

/** Where a list goes on: made by the server, of use to nobody but the server. */
export const Cursor = z.string().regex(/^[\w.:-]{20,60}$/)

/** A photo as base64 without a data-URL prefix; what it holds is checked by its bytes. */
export const PhotoBase64 = z
  .string()
  .min(100)
  .max(Math.ceil((limits.photoBytes * 4) / 3) + 4)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
