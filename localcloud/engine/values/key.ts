import { type MaybeValue, RANK, typeRank } from './compare'
import type { Value } from '../types'

/**
 * Encodes a value as bytes whose unsigned order is BSON order, so that SQLite's blob comparison sorts an
 * index. Every encoding is self-delimiting (none is a prefix of another), so components can be joined, and
 * inverted for descending fields.
 */
export function encodeKey(value: MaybeValue, direction: 1 | -1): Buffer {
  const bytes: number[] = []
  write(value, bytes)
  const key = Buffer.from(bytes)
  return direction === 1 ? key : invert(key)
}

/** The key of an empty array: below null, as MongoDB indexes it (as "undefined"). */
export function emptyArrayKey(direction: 1 | -1): Buffer {
  const key = Buffer.from([0x03])
  return direction === 1 ? key : invert(key)
}

/** What keys of one type begin with, and what all of them lie below, for a range that stays within a type. */
export function typeBounds(rank: number, direction: 1 | -1): { low: Buffer; high: Buffer } {
  const byte = direction === 1 ? rank : 0xff - rank
  // Not the byte and ff: inverted, the key of '' goes on with ff.
  return { low: Buffer.from([byte]), high: Buffer.from([byte + 1]) }
}

/** Sorts after every key that begins with the bytes before it. */
export const AFTER_ALL = Buffer.from([0xff])

function invert(key: Buffer): Buffer {
  return key.map((byte) => 0xff - byte) as Buffer
}

function write(value: MaybeValue, out: number[]): void {
  const rank = typeRank(value)
  out.push(rank)
  switch (rank) {
    case RANK.number:
      return writeNumber(value as number, out)
    case RANK.string:
      return writeString(value as string, out)
    case RANK.object:
      return writeObject(value as Record<string, Value>, out)
    case RANK.array:
      for (const element of value as Value[]) write(element, out)
      out.push(0)
      return
    case RANK.boolean:
      out.push(value === true ? 1 : 0)
      return
    case RANK.date:
      return writeNumber((value as Date).getTime(), out)
    case RANK.regex:
      return writeString(String(value), out)
  }
}

const scratch = Buffer.alloc(8)

/** IEEE-754 with the sign flipped for positives and all bits flipped for negatives; NaN sorts first. */
function writeNumber(value: number, out: number[]): void {
  if (Number.isNaN(value)) {
    out.push(0, 0, 0, 0, 0, 0, 0, 0)
    return
  }
  scratch.writeDoubleBE(value === 0 ? 0 : value)
  const negative = scratch.readUInt8(0) >= 0x80
  scratch.forEach((byte, i) => out.push(negative ? 0xff - byte : i === 0 ? byte ^ 0x80 : byte))
}

/** UTF-8 ended by 00 00; a NUL inside becomes 00 FF. */
function writeString(text: string, out: number[]): void {
  for (const byte of Buffer.from(text, 'utf8')) {
    out.push(byte)
    if (byte === 0) out.push(0xff)
  }
  out.push(0, 0)
}

function writeObject(value: Record<string, Value>, out: number[]): void {
  for (const name of Object.keys(value)) {
    out.push(typeRank(value[name]))
    writeString(name, out)
    write(value[name], out)
  }
  out.push(0)
}
