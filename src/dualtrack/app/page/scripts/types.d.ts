// What the page's scripts hand to one another, for the type checker alone: no byte of it reaches the page.
// The pack's rows are written by `pack/` in Python and opened by `state/pack.js`; where one is `any` its own file says what it is.

type Pair = [english: string, chinese: string];
type ByName<Value> = { [name: string]: Value };
type Scenario = import("./state/store.js").Scenario;
type State = import("./state/store.js").State;
type Store = ReturnType<typeof import("./state/store.js").createStore>;
type Lab = ReturnType<typeof import("./compute/lab.js").startLab>;
type Runs = ReturnType<typeof import("./state/runs.js").createRuns>;
type Refuse = (key: string, ...values: string[]) => void;
type Problem = { key: string; values: any[]; near?: string; heading?: string };
/** A listener of the store: what is shown, what was shown before, and whether it is only a preview. */
type Follow = (state: State, before: State, how: { preview: boolean }) => void;

/** What every panel is mounted with: `mountX(root, context)`. */
interface Context {
  pack: Pack;
  store: Store;
  lab: Lab;
  runs: Runs;
  start: State;
  words: any;
  /** Tells the reader what a link said that was left out. */
  tell: (problems: Problem[]) => void;
  /** Opens the dial of a lever or an assumption; there as soon as the dials are. */
  showControl?: (name: string) => void;
}

type Role = "constant" | "uncertainty" | "switch" | "lever" | "history" | "stock" | "flow" | "auxiliary" | "outcome";
interface Quantity {
  name: string; base: string; element: string | null; role: Role; kind: string; unit: string; label: Pair; doc: Pair;
  sector: string; dimension: string | null; direction: string; low: number; high: number; value: any; prior: any;
  source: { kind: string; keys: string[]; why?: any; measure?: any; text?: any };
  assumed: boolean; stage: boolean; equation: any[]; causes: string[]; effects: string[]; [more: string]: any;
}
interface Regime {
  name: string; label: Pair; doc: Pair; partsAt?: number; paths: ByName<import("./compute/paths.js").Path>;
  edition?: number; changed?: Pair;
}
interface Claim { id: string; kind: string; title: Pair; verdict: any; [more: string]: any }
interface Source { title: any; publisher: any; date: string; url: string; grade: string; [more: string]: any }

interface Pack {
  theory: string | null; hasTables: boolean;
  version: string; fingerprint: string; judged: any; seed: number; edition: number;
  rules: import("./state/pack.js").Rules;
  clock: { start: number; stop: number; step: number; save: number };
  partsAt: number; study?: any; past: string; treated: string; references: string[]; main: string[]; outcomes: string[];
  drawn: string[]; keys: ByName<any>; sectors: any[]; dimensions: ByName<any>; baseUnits: ByName<any>;
  bases: ByName<any>; quantities: ByName<Quantity>;
  levers: { group: string; label: Pair; levers: any[] }[];
  assumptions: { id: string; label: Pair; names: string[] }[];
  matter: ByName<ByName<number>>; regimes: ByName<Regime>; accepted: Int32Array;
  history: ByName<string[]>; series: ByName<any>; facts: any[]; claims: Claim[];
  askedAgain: Pair; remarks: ByName<Pair>; attribution: ByName<any>; tilts: any[];
  truth: { claims: ByName<Uint8Array>; computable: ByName<Uint8Array> };
  loopCoverage: any; loops: any[]; diagram: any; events: any[]; sources: ByName<Source>; limits: any[];
  /** The question of the page told by its numbers, and the argument as groups and a map; null for a theory that declares none. */
  story?: any; argument?: any;
}

/** The model, which is written for each page. */
declare module "*/held_model.js" {
  export const HELD_MODEL: any;
}
declare module "*/model.js" {
  export const MODEL: any;
}
