// html-validate, on what the server sent: HTML as the standard has it, and its rules of accessibility.
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Our files come from our own server, at addresses that hold their digest.
    'require-sri': ['error', { target: 'crossorigin' }],
    // A title is the question and where one is: the question comes first, and is as long as its author made it.
    'long-title': 'off',
    // A button in a form sends it, as the standard says. `heard-markup` looks at what matters: what Enter presses.
    'no-implicit-button-type': 'off',
    // An answer and the ways to give none ("I'd rather not say") are values of one field, in boxes of their own.
    'form-dup-name': 'off',
    // The list of problems is a heading of the second level before the first, so that it is the first thing read.
    'heading-level': ['error', { minInitialRank: 'h2' }],
  },
});

/** The faults of a page's source, one line each. */
export async function htmlFaults(source) {
  const { results } = await validator.validateString(source);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `html-validate ${ruleId}: ${message}, at ${line}:${column}`),
  );
}
