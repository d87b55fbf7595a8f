// Numbers as people read them in each language: 14,000 and USD 14 trillion; 1.4万 and 14万亿美元.
import { DUST } from "./scales.js";
import { language, say, isSayable } from "./words.js";

/** Figures in which a number is told. */
export const FIGURES = 3;
const MINUS = "−";
const NONE = "–";
/** @type {Array<[number, string]>} */
const ENGLISH_SIZES = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];
/** @type {Array<[number, string]>} */
const CHINESE_SIZES = [
  [1e12, "万亿"],
  [1e8, "亿"],
  [1e4, "万"],
];
const DOLLARS_PER_UNIT = 1e9;
const PERCENT = 100;
/** In front of a flow of money in Chinese; a sign stands behind it. */
const EACH_YEAR = "每年";
/** A number of years from which on it is a date and no length of time. */
const CALENDAR = 1000;

/**
 * A value with its unit in words, to three figures; a dash where there is no number.
 * @param {number} value
 * @param {string} unit as declared, or "share" for a share shown in per cent
 */
export function number(value, unit = "1") {
  if (!Number.isFinite(value)) return NONE;
  if (unit === "share") return share(value);
  if (isMoney(unit)) return money(value, unit);
  if (unit === "1") return plainNumber(value);
  if (unit === "year" && value >= CALENDAR) return year(value);
  const text = plainNumber(value);
  const name = text === "1" && isSayable(`unitOfOne.${unit}`) ? say(`unitOfOne.${unit}`) : unitName(unit);
  if (name === "") return text;
  return language() === "zh" ? text + chineseGap(name) + name : `${text} ${name}`;
}

/**
 * The same with a sign; zero has none. Differences of shares are in points.
 * @param {number} value
 * @param {string} unit
 */
export function signed(value, unit = "1") {
  if (!Number.isFinite(value)) return NONE;
  const size = unit === "share" ? points(Math.abs(value)) : number(Math.abs(value), unit);
  if (isNothing(value, unit)) return size;
  const sign = value < 0 ? MINUS : "+";
  return size.startsWith(EACH_YEAR) ? EACH_YEAR + sign + size.slice(EACH_YEAR.length) : sign + size;
}

/**
 * Months to one place, with a sign.
 * @param {number} value
 */
export function months(value) {
  if (!Number.isFinite(value)) return NONE;
  const text = Math.abs(value) < 0.05 ? "0" : (value < 0 ? MINUS : "+") + Math.abs(value).toFixed(1);
  return language() === "zh" ? `${text}个月` : `${text} months`;
}

/**
 * A share in per cent: whole, or to one place below ten; in English the sign stays on the line of its figure.
 * @param {number} value
 */
export function share(value) {
  if (!Number.isFinite(value)) return NONE;
  const text = hundredths(value);
  return language() === "zh" ? `${text}%` : `${text}\u00a0%`;
}

/**
 * A moment as a year, with its month where it is not the start of one: 2026.9 is 2026.9.
 * @param {number} value
 */
export function year(value) {
  return String(Math.round(value * 100) / 100);
}

/**
 * A unit in words; the empty string for a number without one.
 * @param {string} unit
 */
export function unitName(unit) {
  if (unit === "1") return "";
  if (isSayable(`unit.${unit}`)) return say(`unit.${unit}`);
  const [above, below] = unit.split("/").map((part) => part.split("*"));
  const over = above
    .map(baseUnit)
    .filter((name) => name !== "")
    .join("·");
  const under = below ? below.map(baseUnit).join("·") : "";
  if (under === "") return over;
  return over === "" ? say("unit.each", under) : say("unit.ratio", over, under);
}

/**
 * A bare number to three figures, grouped in English, in 万 and 亿 in Chinese.
 * @param {number} value
 */
export function plainNumber(value) {
  if (!Number.isFinite(value)) return NONE;
  const size = rounded(Math.abs(value));
  const sign = value < 0 && figures(size) !== "0" ? MINUS : "";
  if (language() === "zh") {
    const [divisor, name] = sizeInChinese(size);
    return sign + figures(size / divisor) + name;
  }
  return sign + grouped(figures(size));
}

/**
 * A count, whole: with its thousands parted in English, without in Chinese.
 * @param {number} value
 */
export function wholeNumber(value) {
  return language() === "zh" ? value.toFixed(0) : grouped(value.toFixed(0));
}

/**
 * The unit in which an axis counts, so that its ticks are short: a divisor and the unit's words.
 * @param {number} most the largest size on the axis
 * @param {string} unit
 * @returns {{divisor: number, name: string}}
 */
export function axisUnit(most, unit) {
  if (unit === "share") return { divisor: 1 / PERCENT, name: "%" };
  if (isMoney(unit)) {
    const [least, size] = moneySize(most * DOLLARS_PER_UNIT);
    return { divisor: least / DOLLARS_PER_UNIT, name: say(unit === "USD_bn" ? "unit.moneyAxis" : "unit.moneyYearAxis", size) };
  }
  const name = unitName(unit);
  if (most < 1e4) return { divisor: 1, name };
  const [least, size] = language() === "zh" ? sizeInChinese(most) : sizeInEnglish(most);
  return { divisor: least, name: language() === "zh" ? size + name : `${size} ${name}`.trim() };
}

/**
 * A tick of an axis, with as many places as its step needs.
 * @param {number} value
 * @param {number} step
 */
export function tick(value, step) {
  const places = Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + DUST)));
  const text = grouped(Math.abs(value).toFixed(places));
  return (value < 0 && Number(text.replaceAll(",", "")) !== 0 ? MINUS : "") + text;
}

/**
 * The unit a quantity is shown in: a share of something is told in per cent.
 * @param {{base: string, unit: string, role: string}} quantity
 */
export function shownUnit(quantity) {
  return quantity.unit === "1" && quantity.role !== "lever" && /_(share|fraction)$/.test(quantity.base) ? "share" : quantity.unit;
}

/**
 * A typed number in either language's writing, in per cent where it says so; NaN for anything else. A comma parts thousands only,
 * since a reader who means it as a decimal point would be given ten times what was meant.
 * @param {string} text
 */
export function typedNumber(text) {
  const plain = plainSigns(text).replace(/\s*%$/, "");
  const whole = /^[-+]?[1-9]\d{0,2}([, ]\d{3})+(\.\d*)?$/.test(plain) ? plain.replace(/[, ]/g, "") : plain;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(whole)) return NaN;
  return plainSigns(text).endsWith("%") ? Number((Number(whole) / PERCENT).toPrecision(15)) : Number(whole);
}

/**
 * What a reader who wrote a decimal comma should have written; the empty string where there is no such comma.
 * @param {string} text
 */
export function pointForComma(text) {
  const plain = plainSigns(text);
  return /^[-+]?\d+,\d+%?$/.test(plain) && Number.isNaN(typedNumber(text)) ? plain.replace(",", ".") : "";
}

function plainSigns(text) {
  return text.trim().replace(/[，]/g, ",").replace(/[−－]/g, "-").replace(/．/g, ".").replace(/％/g, "%");
}

function money(value, unit) {
  const dollars = rounded(Math.abs(value) * DOLLARS_PER_UNIT);
  const [divisor, size] = moneySize(dollars);
  const count = language() === "zh" ? figures(dollars / divisor) : grouped(figures(dollars / divisor));
  const sign = value < 0 && count !== "0" ? MINUS : "";
  return (sign + say(unit === "USD_bn" ? "unit.money" : "unit.moneyYear", count, count === "0" ? "" : size))
    .trim()
    .replace("  ", " ");
}

function moneySize(dollars) {
  if (language() === "zh") return CHINESE_SIZES.find(([least]) => dollars >= least) ?? [1e4, "万"];
  return ENGLISH_SIZES.find(([least]) => dollars >= least) ?? [1e6, "million"];
}

/** @returns {[number, string]} */
function sizeInChinese(most) {
  return CHINESE_SIZES.find(([least]) => most >= least) ?? [1, ""];
}

/** @returns {[number, string]} */
function sizeInEnglish(most) {
  return ENGLISH_SIZES.find(([least]) => most >= least) ?? [1e3, "thousand"];
}

function isMoney(unit) {
  return unit === "USD_bn" || unit === "USD_bn/year";
}

function points(value) {
  return language() === "zh" ? `${hundredths(value)}个百分点` : `${hundredths(value)} points`;
}

/**
 * Whether a difference is shown as nothing.
 * @param {number} value
 * @param {string} unit
 */
export function isNothing(value, unit) {
  return unit === "share" ? Number(hundredths(Math.abs(value))) === 0 : figures(Math.abs(value)) === "0";
}

function hundredths(value) {
  const text = Math.abs(value * PERCENT) < 9.95 ? (value * PERCENT).toFixed(1).replace(/\.0$/, "") : (value * PERCENT).toFixed(0);
  return text.replace(/^-(0(\.0)?)$/, "$1").replace("-", MINUS);
}

function figures(value) {
  if (value < 1e-6) return "0";
  const size = Math.floor(Math.log10(value));
  const places = Math.max(0, Math.min(FIGURES - 1 - size, FIGURES + 1));
  const text = rounded(value).toFixed(places);
  return places > 0 ? text.replace(/\.?0+$/, "") : text;
}

function rounded(value) {
  return Number(value.toPrecision(FIGURES));
}

function grouped(text) {
  const [whole, part] = text.split(".");
  const parts = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return part === undefined ? parts : `${parts}.${part}`;
}

function baseUnit(name) {
  if (name === "1") return "";
  return isSayable(`unit.${name}`) ? say(`unit.${name}`) : name;
}

function chineseGap(name) {
  return /^[A-Za-z0-9]/.test(name) ? " " : "";
}

/**
 * A value as an entry shows it: plain, in as many figures as it has.
 * @param {number} value
 */
export function entryText(value) {
  return String(Number(value.toPrecision(10)));
}
