"""What a plugin in Python needs to keep to the contract, plugins/wit/scoring.wit. Copy it beside your scorer.py."""

import json
import math
import sys
from pathlib import Path

from componentize_py_types import Err
from wit_world.exports import Scorer as AnyScorer
from wit_world.exports import scorer as wit

NO_OPTION = 65535
NO_OPTIONS = 1 << 63

WORDS = {
    wit.QuestionKind_Single: "a question with one answer",
    wit.QuestionKind_Multi: "a question with several answers",
    wit.QuestionKind_Number: "a question for a number",
    wit.QuestionKind_Text: "a question for words",
}


def indicator(key, label, unit, least, most, higher_is_better=True, aggregate=wit.Aggregation.MEAN, bands=()):
    """An indicator, of which the mean is shown unless `aggregate` says otherwise."""
    return wit.Indicator(key, label, unit, least, most, higher_is_better, aggregate, list(bands))


def description(name, version, summary, indicators):
    """What a plugin says of itself. Its settings are those of `settings.schema.json`, read when it is built."""
    folders = (Path(folder) / "settings.schema.json" for folder in sys.path)
    schema = next(path for path in folders if path.exists()).read_text()
    return wit.Description(name, version, summary, indicators, schema)


def export(plugin):
    """Makes a class a plugin. It has a `description`, is made of settings and a `Setup`, and scores a `Row`."""

    class Scorer(AnyScorer):
        def describe(self):
            return plugin.description

    class Configured(wit.Configured):
        def __init__(self, survey, made, setup):
            self.survey, self.made, self.setup, self.reads = survey, made, setup, sorted(setup.reads)

        @classmethod
        def configure(cls, survey, settings):
            setup = Setup(survey)
            made = setup.make(plugin, settings)
            if setup.problems:
                raise Err(setup.problems)
            return cls(survey, made, setup)

        def plan(self):
            return wit.Plan(self.reads, list(range(len(plugin.description.indicators))), self.setup.warnings)

        def score(self, batch):
            out = Output(plugin.description.indicators)
            columns = {question: column.value for question, column in zip(self.reads, batch.columns)}
            for response in range(batch.responses):
                try:
                    self.made.score(Row(self.survey, columns, response), out)
                except Exception as error:
                    raise Err(f"response {response}: {error!r}") from None
                out.finish(response)
            return out.scores

    return Scorer, Configured


class Setup:
    """The survey, and a place for problems. Only what is asked for here reaches the plugin."""

    def __init__(self, survey):
        self.survey, self.reads, self.problems, self.warnings = survey, set(), [], []

    # These read a question of their kind. `at` is the JSON pointer of the setting that names it.
    def single(self, key, at):
        return self._read(wit.QuestionKind_Single, key, at)

    def several(self, key, at):
        return self._read(wit.QuestionKind_Multi, key, at)

    def number(self, key, at):
        return self._read(wit.QuestionKind_Number, key, at)

    def text(self, key, at):
        return self._read(wit.QuestionKind_Text, key, at)

    def problem(self, at, message):
        """These settings cannot be used: where, and what to do."""
        self.problems.append(wit.Problem(at, message))

    def warn(self, at, message):
        """These settings can be used, but someone should know."""
        self.warnings.append(wit.Problem(at, message))

    def make(self, plugin, text):
        known = json.loads(plugin.description.settings_schema)["properties"]
        try:
            settings = json.loads(text)
            for key in sorted(settings.keys() - known.keys()):
                self.problem(f"/{key}", "There is no such setting.")
            return plugin(settings, self)
        except Exception as error:
            self.problem("", f"These settings cannot be read: {error!r}.")

    def _read(self, wanted, key, at):
        index = next((at for at, question in enumerate(self.survey.questions) if question.key == key), None)
        if key is None:
            self.problem(at, "This has to be set.")
        elif index is None:
            self.problem(at, f"This survey has no question `{key}`.")
        elif not isinstance(kind := self.survey.questions[index].kind, wanted):
            self.problem(at, f"`{key}` is {WORDS[type(kind)]}; {WORDS[wanted]} is needed here.")
        else:
            self.reads.add(index)
        return index


class Row:
    """One response. Questions are named by what `Setup` gave."""

    def __init__(self, survey, columns, response):
        self._survey, self._columns, self._response = survey, columns, response

    def answered(self, question):
        """Was it answered, also by "none of these"?"""
        answer, kind = self._answer(question), self._kind(question)
        if isinstance(kind, wit.QuestionKind_Number):
            return not math.isnan(answer)
        none = {wit.QuestionKind_Single: NO_OPTION, wit.QuestionKind_Multi: NO_OPTIONS, wit.QuestionKind_Text: ""}
        return answer != none[type(kind)]

    def choice(self, question):
        """The key of the chosen option, or None."""
        return self._kind(question).value[self._answer(question)].key if self.answered(question) else None

    def choices(self, question):
        """The keys of the chosen options, in the order of the form."""
        bits = self._answer(question)
        return [option.key for at, option in enumerate(self._kind(question).value) if bits >> at & 1]

    def value(self, question):
        """The number given, or that of the chosen option, or None."""
        if not self.answered(question):
            return None
        answer, kind = self._answer(question), self._kind(question)
        return kind.value[answer].value if isinstance(kind, wit.QuestionKind_Single) else answer

    def text(self, question):
        """The words of an answer; "" if there are none."""
        return self._answer(question)

    def _kind(self, question):
        return self._survey.questions[question].kind

    def _answer(self, question):
        return self._columns[question][self._response]


class Given:
    """What an indicator was given. Name its sources, question by question: figures are explained with them."""

    def __init__(self, value):
        self._value, self._weight, self._sources = value, 1.0, []

    def weight(self, weight):
        self._weight = weight
        return self

    def source(self, question, part):
        self._sources.append((question, part))
        return self


class Output:
    """Takes what one response gives."""

    def __init__(self, indicators):
        self._keys = [indicator.key for indicator in indicators]
        self._given, self._note = {}, None
        self.scores = wit.Scores([], [], [], [], [], [])

    def give(self, indicator, value):
        """Gives an indicator its value for this response."""
        if indicator not in self._keys:
            raise ValueError(f"there is no indicator {indicator}")
        self._given[indicator] = given = Given(value)
        return given

    def note(self, code):
        """A short code on this response, such as "too-few-answers". The first one stays."""
        self._note = self._note or code

    def finish(self, response):
        for key in self._keys:
            given = self._given.get(key) or Given(math.nan)
            self.scores.values.append(given._value)
            self.scores.weights.append(given._weight)
            for question, part in given._sources:
                self.scores.sources.append(question)
                self.scores.shares.append(part)
            self.scores.source_ends.append(len(self.scores.sources))
        if self._note:
            self.scores.notes.append(wit.Note(response, self._note))
        self._given, self._note = {}, None
