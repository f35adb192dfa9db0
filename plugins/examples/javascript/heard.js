// What a plugin in JavaScript needs to keep to the contract, plugins/wit/scoring.wit. Copy it beside your plugin.js.

const NO_OPTION = 65535;
// The contract's 64-bit sets arrive as numbers: this one does so exactly, and so do the first 53 bits of others.
const NO_OPTIONS = 2 ** 63;
const MOST_OPTIONS = 53;

const WORDS = {
  single: "a question with one answer",
  multi: "a question with several answers",
  number: "a question for a number",
  text: "a question for words",
};

/** An indicator of which the mean is shown, the higher the better; `other` says what is otherwise. */
export const indicator = (key, label, unit, min, max, other = {}) =>
  ({ key, label, unit, min, max, higherIsBetter: true, aggregate: "mean", bands: [], ...other });

/** Makes a class a plugin. It has a `description`, is made of settings and a `Setup`, and scores a `Row`. */
export function plugin(Plugin, settingsSchema) {
  const description = { ...Plugin.description, settingsSchema };

  class Configured {
    static configure(survey, settings) {
      const setup = new Setup(survey);
      const made = setup.make(Plugin, settings, JSON.parse(settingsSchema));
      if (setup.problems.length > 0) throw setup.problems;
      return Object.assign(new Configured(), { survey, made, reads: [...setup.reads].sort((a, b) => a - b), setup });
    }

    plan() {
      return { reads: this.reads, gives: description.indicators.map((_, at) => at), warnings: this.setup.warnings };
    }

    score(batch) {
      const out = new Output(description.indicators);
      const columns = new Map(this.reads.map((question, at) => [question, batch.columns[at].val]));
      for (let response = 0; response < batch.responses; response++) {
        try {
          this.made.score(new Row(this.survey, columns, response), out);
        } catch (error) {
          throw `response ${response}: ${error}`;
        }
        out.finish(response);
      }
      return out.scores;
    }
  }
  return { describe: () => description, Configured };
}

/** The survey, and a place for problems. Only what is asked for here reaches the plugin. */
class Setup {
  reads = new Set();
  problems = [];
  warnings = [];

  constructor(survey) {
    this.survey = survey;
  }

  /** Reads a question of its kind. `at` is the JSON pointer of the setting that names it. */
  single(key, at) { return this.#read("single", key, at); }
  several(key, at) { return this.#read("multi", key, at); }
  number(key, at) { return this.#read("number", key, at); }
  text(key, at) { return this.#read("text", key, at); }

  /** These settings cannot be used: where, and what to do. */
  problem(at, message) { this.problems.push({ at, message }); }
  /** These settings can be used, but someone should know. */
  warn(at, message) { this.warnings.push({ at, message }); }

  make(Plugin, json, schema) {
    try {
      const settings = JSON.parse(json);
      const unknown = Object.keys(settings).filter((key) => !(key in schema.properties));
      unknown.forEach((key) => this.problem(`/${key}`, "There is no such setting."));
      return new Plugin(settings, this);
    } catch (error) {
      this.problem("", `These settings cannot be read: ${error}.`);
    }
  }

  #read(wanted, key, at) {
    const index = this.survey.questions.findIndex((question) => question.key === key);
    const kind = this.survey.questions[index]?.kind;
    if (key === undefined) this.problem(at, "This has to be set.");
    else if (!kind) this.problem(at, `This survey has no question \`${key}\`.`);
    else if (kind.tag !== wanted) {
      this.problem(at, `\`${key}\` is ${WORDS[kind.tag]}; ${WORDS[wanted]} is needed here.`);
    } else if (wanted === "multi" && kind.val.length > MOST_OPTIONS) {
      this.problem(at, `\`${key}\` has more than ${MOST_OPTIONS} options, which a plugin in JavaScript cannot read.`);
    } else this.reads.add(index);
    return index;
  }
}

/** One response. Questions are named by what `Setup` gave. */
class Row {
  #survey; #columns; #response;

  constructor(survey, columns, response) {
    [this.#survey, this.#columns, this.#response] = [survey, columns, response];
  }

  /** Was it answered, also by "none of these"? */
  answered(question) {
    const answer = this.#answer(question);
    const none = { single: NO_OPTION, multi: NO_OPTIONS, text: "" }[this.#kind(question).tag];
    return answer !== none && !Number.isNaN(answer);
  }

  /** The key of the chosen option, if there is one. */
  choice(question) { return this.#kind(question).val[this.#answer(question)]?.key; }

  /** The keys of the chosen options, in the order of the form. */
  choices(question) {
    let bits = this.#answer(question);
    const chosen = [];
    for (const { key } of this.#kind(question).val) {
      if (bits % 2 === 1) chosen.push(key);
      bits = Math.floor(bits / 2);
    }
    return chosen;
  }

  /** The number given, or that of the chosen option; undefined if there is none. */
  value(question) {
    const [kind, answer] = [this.#kind(question), this.#answer(question)];
    const value = kind.tag === "single" ? kind.val[answer]?.value : answer;
    return Number.isNaN(value) ? undefined : value ?? undefined;
  }

  /** The words of an answer; "" if there are none. */
  text(question) { return this.#answer(question); }

  #kind(question) { return this.#survey.questions[question].kind; }
  #answer(question) { return this.#columns.get(question)[this.#response]; }
}

/** Takes what one response gives. */
class Output {
  scores = { values: [], weights: [], sourceEnds: [], sources: [], shares: [], notes: [] };
  #indicators; #given = new Map(); #note;

  constructor(indicators) {
    this.#indicators = indicators;
  }

  /** Gives an indicator its value. Say where it came `from`, question by question: figures are explained with that. */
  give(indicator, value) {
    if (!this.#indicators.some(({ key }) => key === indicator)) throw `there is no indicator ${indicator}`;
    const given = { value, weight: 1, from: [] };
    this.#given.set(indicator, given);
    const say = {
      from: (question, part) => (given.from.push([question, part]), say),
      weight: (weight) => ((given.weight = weight), say),
    };
    return say;
  }

  /** A short code on this response, such as "too-few-answers". The first one stays. */
  note(code) { this.#note ??= code; }

  finish(response) {
    const { values, weights, sourceEnds, sources, shares, notes } = this.scores;
    for (const { key } of this.#indicators) {
      const { value, weight, from } = this.#given.get(key) ?? { value: NaN, weight: 1, from: [] };
      values.push(value);
      weights.push(weight);
      from.forEach(([question, part]) => (sources.push(question), shares.push(part)));
      sourceEnds.push(sources.length);
    }
    if (this.#note !== undefined) notes.push({ response, code: this.#note });
    this.#given.clear();
    this.#note = undefined;
  }
}
