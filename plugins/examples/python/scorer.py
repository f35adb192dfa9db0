"""My plugin: how many of the things on a list a person chose."""

import heard


class MyPlugin:
    description = heard.description(
        name="My plugin",
        version="0.1.0",
        summary="How many of the things on a list people chose.",
        indicators=[heard.indicator("chosen", "Things chosen", "things", 0.0, 63.0)],
    )

    def __init__(self, settings, setup):
        self.question = setup.several(settings.get("question"), "/question")

    def score(self, row, out):
        # Who did not answer gives nothing; who chose none of them gives 0.
        if not row.answered(self.question):
            return
        chosen = float(len(row.choices(self.question)))
        out.give("chosen", chosen).source(self.question, chosen)


Scorer, Configured = heard.export(MyPlugin)
