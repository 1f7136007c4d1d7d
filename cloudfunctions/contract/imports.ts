import { z } from 'zod'
import { staff } from './access'
import { action } from './action'
import { CommunityId, ImportId, Instant, RequestId } from './fields'
import { limits } from './limits'

/** 居民花名册, 商品清单, 党员花名册 or 楼栋网格表; told from the headers. */
export const ImportKind = z.enum(['roster', 'items', 'branchRoster', 'territory'])

export const ImportState = z.enum(['staged', 'applying', 'applied', 'undoing', 'undone', 'lapsed'])

/** What can be wrong with a row. Words in the client's `messages.ts`. */
export const rowErrorCodes = [
  'REQUIRED',
  'TOO_LONG',
  'PHONE_INVALID',
  'NAME_INVALID',
  'NUMBER_INVALID',
  'NUMBER_OUT_OF_RANGE',
  'DATE_INVALID',
  'DUPLICATE_ROW',
  'ROOM_INVALID',
  'PERIOD_INVALID',
  'CONTRADICTS',
  'GRID_FULL',
] as const

export const RowError = z.object({
  /** The row's number as Excel shows it, 1 first. */
  row: z.int().min(1),
  /** The header as the file has it. */
  column: z.string(),
  code: z.enum(rowErrorCodes),
  /** What stands in the cell, shortened; phone numbers and names masked. */
  value: z.string().max(40),
  /** For DUPLICATE_ROW: the first row that says the same. */
  firstRow: z.int().nullable(),
})

export const ImportReport = z.object({
  id: ImportId,
  communityId: CommunityId,
  kind: ImportKind,
  fileName: z.string(),
  state: ImportState,
  stagedAt: Instant,
  /** When the rows were removed that nothing can be done with any more; null while they are there. */
  rowsGoneAt: Instant.nullable(),
  /** Rows read, blank ones not counted. */
  rows: z.int(),
  blankRows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  erroneous: z.int(),
  errors: z.array(RowError).max(limits.imports.errorsShown),
  /** Rows handled by apply or undo, of those there are to handle. */
  done: z.int(),
  toDo: z.int(),
})

const worker = staff(['community_worker'], 'input.communityId')

export const imports = {
  /** Dry run: reads the workbook, checks each row, says what would change. Writes nothing but itself. */
  stage: action({
    access: worker,
    input: z.strictObject({
      requestId: RequestId,
      communityId: CommunityId,
      fileName: z
        .string()
        .min(1)
        .max(limits.imports.fileNameLength)
        .regex(/^[^\p{Cc}/\\]*[^\p{Cc}\s/\\][^\p{Cc}/\\]*$/u),
      contentBase64: z
        .string()
        .min(4)
        .max(Math.ceil((limits.imports.fileBytes * 4) / 3) + 4)
        .regex(/^[A-Za-z0-9+/]+={0,2}$/),
    }),
    output: ImportReport,
    errors: ['FILE_UNREADABLE', 'HEADERS_UNKNOWN', 'TOO_MANY_ROWS', 'FILE_EMPTY'],
    cost: 10,
  }),
  /** Applies the next rows; call again until the state is `applied`. Safe to repeat and to resume. */
  apply: action({
    access: worker,
    input: z.strictObject({
      communityId: CommunityId,
      importId: ImportId,
      /** true: leave erroneous rows out; false: refuse while there are any. */
      skipErroneous: z.boolean(),
    }),
    output: ImportReport,
    errors: ['IMPORT_HAS_ERRORS', 'IMPORT_LAPSED', 'WRONG_STATE'],
  }),
  /** Puts back what was there before, some rows a call; call again until the state is `undone`. */
  undo: action({
    access: worker,
    input: z.strictObject({ communityId: CommunityId, importId: ImportId }),
    output: ImportReport,
    errors: ['IMPORT_LAPSED', 'WRONG_STATE', 'ALREADY_USED', 'CHANGED_MEANWHILE'],
  }),
  show: action({
    access: worker,
    input: z.strictObject({ communityId: CommunityId, importId: ImportId }),
    output: ImportReport,
    errors: [],
  }),
  /** The community's latest imports, newest first. */
  list: action({
    access: worker,
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({ imports: z.array(ImportReport.omit({ errors: true })).max(limits.pageSize) }),
    errors: [],
  }),
}
