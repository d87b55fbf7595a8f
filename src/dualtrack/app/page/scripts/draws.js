/**
 * Worlds by number: the draws of the laboratory, fixed by a parameter's key and the world's number alone.
 *
 * The generator is Philox 4x64 with ten rounds (Salmon et al. 2011), on halves of 32 bits; a quantile function reads its number.
 *
 * @typedef {{kind: string, low?: number, mode?: number, high?: number, at?: number, mass?: number, rest?: Prior,
 *   values?: number[], steps?: number[]}} Prior
 */

const MULTIPLIERS = [[0xd2e7470e, 0xe14c6c93], [0xca5a8263, 0x95121157]];
const WEYL_STEPS = [[0x9e3779b9, 0x7f4a7c15], [0xbb67ae85, 0x84caa73b]];
const ROUNDS = 10;
const WORDS_PER_BLOCK = 4;
const TWO_32 = 4294967296;
const TWO_20 = 1048576;
const TWO_52 = 4503599627370496;

/** The upper half of the product of two numbers of 32 bits. */
function upperProduct(a, b) {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const rest = a0 * b1 + (middle & 0xffff);
  return a1 * b1 + (middle >>> 16) + (rest >>> 16);
}

/** A number of 64 bits times a constant, as four words of 32 bits from the highest in `product`. */
function multiplyInto(product, high, low, [factorHigh, factorLow]) {
  const second =
    upperProduct(low, factorLow) + (Math.imul(high, factorLow) >>> 0) + (Math.imul(low, factorHigh) >>> 0);
  const third =
    upperProduct(high, factorLow) +
    upperProduct(low, factorHigh) +
    (Math.imul(high, factorHigh) >>> 0) +
    Math.floor(second / TWO_32);
  product[3] = Math.imul(low, factorLow);
  product[2] = second % TWO_32;
  product[1] = third % TWO_32;
  product[0] = upperProduct(high, factorHigh) + Math.floor(third / TWO_32);
}

/** The key of two words of 64 bits behind 32 hexadecimal digits of little-endian bytes, as halves from the highest. */
export function keyWords(hex) {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const view = new DataView(bytes.buffer);
  return Uint32Array.of(view.getUint32(4, true), view.getUint32(0, true), view.getUint32(12, true), view.getUint32(8, true));
}

/** Add a constant to the word of 64 bits at `place`. */
function addInto(words, place, [high, low]) {
  const sum = words[place + 1] + low;
  words[place + 1] = sum % TWO_32;
  words[place] = words[place] + high + Math.floor(sum / TWO_32);
}

/** A generator over the blocks of one key; `block(number)` gives four words of 64 bits, as halves from the highest. */
export function philox(hex) {
  const key = keyWords(hex);
  const here = new Uint32Array(4);
  const state = new Uint32Array(8);
  const first = new Uint32Array(4);
  const second = new Uint32Array(4);
  return (number) => {
    here.set(key);
    state.fill(0);
    state[0] = Math.floor(number / TWO_32);
    state[1] = number % TWO_32;
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round > 0) WEYL_STEPS.forEach((step, place) => addInto(here, 2 * place, step));
      multiplyInto(first, state[0], state[1], MULTIPLIERS[0]);
      multiplyInto(second, state[4], state[5], MULTIPLIERS[1]);
      state[0] = second[0] ^ state[2] ^ here[0];
      state[1] = second[1] ^ state[3] ^ here[1];
      state[4] = first[0] ^ state[6] ^ here[2];
      state[5] = first[1] ^ state[7] ^ here[3];
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
