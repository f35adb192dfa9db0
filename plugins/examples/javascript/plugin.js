// My plugin: how many of the things on a list a person chose.
import { indicator } from "./heard.js";

export default class MyPlugin {
  static description = {
    name: "My plugin",
    version: "0.1.0",
    summary: "How many of the things on a list people chose.",
    indicators: [indicator("chosen", "Things chosen", "things", 0, 63)],
  };

  constructor(settings, setup) {
    this.question = setup.several(settings.question, "/question");
  }

  score(row, out) {
    // Who did not answer gives nothing; who chose none of them gives 0.
    if (!row.answered(this.question)) return;
    const chosen = row.choices(this.question).length;
    out.give("chosen", chosen).from(this.question, chosen);
  }
}
