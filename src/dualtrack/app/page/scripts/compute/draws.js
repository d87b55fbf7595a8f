/**
 * Worlds by number: the draws of the laboratory, fixed by a parameter's key and the world's number alone.
 *
 * The generator is Philox 4x64 with ten rounds (Salmon et al. 2011), on halves of 32 bits; a quantile function reads its number.
 *
 * @typedef {{kind: string, low?: number, mode?: number, high?: number, at?: number, mass?: number, rest?: Prior,
 *   values?: number[], steps?: number[]}} Prior
 */

const FIRST_MULTIPLIER = [0xd2e7470e, 0xe14c6c93];
const SECOND_MULTIPLIER = [0xca5a8263, 0x95121157];
const WEYL_STEPS = [[0x9e3779b9, 0x7f4a7c15], [0xbb67ae85, 0x84caa73b]];
const ROUNDS = 10;
const WORDS_PER_BLOCK = 4;
const TWO_32 = 4294967296;
const TWO_20 = 1048576;
const TWO_52 = 4503599627370496;

/**
 * The upper half of the product of two numbers of 32 bits, the second given by its halves of 16 bits. Everything stays a whole
 * number of 32 bits, which a compiler turns into plain machine words.
 */
function upperProduct(a, upper, lower) {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const middle = (Math.imul(a1, lower) + (Math.imul(a0, lower) >>> 16)) | 0;
  const rest = (Math.imul(a0, upper) + (middle & 0xffff)) | 0;
  return (Math.imul(a1, upper) + (middle >>> 16) + (rest >>> 16)) | 0;
}

/** 1 where a sum of two numbers of 32 bits, one of which is given, went beyond 32 bits. */
function carryOf(sum, part) {
  return sum >>> 0 < part >>> 0 ? 1 : 0;
}

/**
 * A function that multiplies a number of 64 bits by a constant, into four words of 32 bits from the highest.
 *
 * @param {number[]} factor its halves, the higher first
 */
function multiplier([factorHigh, factorLow]) {
  const [highUpper, highLower] = [factorHigh >>> 16, factorHigh & 0xffff];
  const [lowUpper, lowLower] = [factorLow >>> 16, factorLow & 0xffff];
  return (product, high, low) => {
    const crossed = Math.imul(high, factorLow);
    const partial = (upperProduct(low, lowUpper, lowLower) + crossed) | 0;
    const across = Math.imul(low, factorHigh);
    const second = (partial + across) | 0;
    const carried = carryOf(partial, crossed) + carryOf(second, across);
    const above = upperProduct(high, lowUpper, lowLower);
    const sum = (upperProduct(low, highUpper, highLower) + above) | 0;
    const top = Math.imul(high, factorHigh);
    const more = (sum + top) | 0;
    const third = (more + carried) | 0;
    product[3] = Math.imul(low, factorLow);
    product[2] = second;
    product[1] = third;
    product[0] = upperProduct(high, highUpper, highLower) + carryOf(sum, above) + carryOf(more, top) + carryOf(third, carried);
  };
}

const multiplyByFirst = multiplier(FIRST_MULTIPLIER);
const multiplyBySecond = multiplier(SECOND_MULTIPLIER);

/** The key of two words of 64 bits behind 32 hexadecimal digits of little-endian bytes, as halves from the highest. */
function keyWords(hex) {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const view = new DataView(bytes.buffer);
  return Uint32Array.of(view.getUint32(4, true), view.getUint32(0, true), view.getUint32(12, true), view.getUint32(8, true));
}

/** The keys of all rounds, four words each: both words of the key grow by a constant from round to round. */
function roundKeys(hex) {
  const keys = new Uint32Array(4 * ROUNDS);
  keys.set(keyWords(hex));
  for (let place = 4; place < keys.length; place += 2) {
    const [high, low] = WEYL_STEPS[(place >> 1) & 1];
    const sum = keys[place - 3] + low;
    keys[place + 1] = sum % TWO_32;
    keys[place] = keys[place - 4] + high + Math.floor(sum / TWO_32);
  }
  return keys;
}

/** A generator over the blocks of one key; `block(number)` gives four words of 64 bits, as halves from the highest. */
function philox(hex) {
  const keys = roundKeys(hex);
  const state = new Uint32Array(8);
  const first = new Uint32Array(4);
  const second = new Uint32Array(4);
  return (number) => {
    state.fill(0);
    state[0] = Math.floor(number / TWO_32);
    state[1] = number % TWO_32;
    for (let at = 0; at < keys.length; at += 4) {
      multiplyByFirst(first, state[0], state[1]);
      multiplyBySecond(second, state[4], state[5]);
      state[0] = second[0] ^ state[2] ^ keys[at];
      state[1] = second[1] ^ state[3] ^ keys[at + 1];
      state[4] = first[0] ^ state[6] ^ keys[at + 2];
      state[5] = first[1] ^ state[7] ^ keys[at + 3];
      state[2] = second[2];
      state[3] = second[3];
      state[6] = first[2];
      state[7] = first[3];
    }
    return state;
  };
}

/** One number inside the unit interval per world, for world numbers that rise. */
export function uniforms(hex, numbers) {
  const block = philox(hex);
  const found = new Float64Array(numbers.length);
  let words;
  let last = -1;
  numbers.forEach((number, index) => {
    const wanted = Math.floor(number / WORDS_PER_BLOCK);
    if (wanted !== last) {
      words = block(wanted + 1);
      last = wanted;
    }
    const at = 2 * (number % WORDS_PER_BLOCK);
    found[index] = (words[at] * TWO_20 + (words[at + 1] >>> 12) + 0.5) / TWO_52;
  });
  return found;
}

/** The value below which a share u of a prior lies, never outside its bounds. */
export function quantile(prior, u) {
  switch (prior.kind) {
    case "uniform":
      return within(prior.low, prior.high, u === 1 ? prior.high : prior.low + u * (prior.high - prior.low));
    case "log_uniform":
      return within(prior.low, prior.high, prior.low * Math.exp(u * Math.log(prior.high / prior.low)));
    case "triangular":
      return within(prior.low, prior.high, triangular(prior, u));
    case "point_mass":
      if (u < prior.mass || prior.mass === 1) return prior.at;
      return quantile(prior.rest, (u - prior.mass) / (1 - prior.mass));
    case "category":
      return category(prior, u);
    default:
      throw new RangeError(`there is no prior ${prior.kind}`);
  }
}

function within(low, high, value) {
  return Math.min(Math.max(value, low), high);
}

function triangular({ low, mode, high }, u) {
  const width = high - low;
  if (width === 0) return low;
  if (u * width <= mode - low) return low + Math.sqrt(u * width * (mode - low));
  return high - Math.sqrt((1 - u) * width * (high - mode));
}

/** `steps` holds the share of the prior below each value but the first. */
function category({ values, steps }, u) {
  const place = steps.findIndex((step) => u < step);
  return values[place < 0 ? steps.length : place];
}

/** What a parameter is in each of some worlds. */
export function drawNumbers(prior, hex, numbers) {
  const found = uniforms(hex, numbers);
  for (let index = 0; index < found.length; index += 1) found[index] = quantile(prior, found[index]);
  return found;
}
