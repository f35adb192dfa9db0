// Both kinds of family take the demonstration's survey, with and without JavaScript. (In every look: states.spec.mjs.)
import { expect, test } from '@playwright/test';
import { findSurvey, take } from '../support/survey.mjs';

const takingPart = {
  who: 'with_us',
  children_count: 'two',
  barriers: ['cost', 'times'],
  one_change: 'Later lessons, please: we work until six.',
  postcode: 'RV1 1AA',
  mistypes: { place: { postcode: 'ZZ99 9ZZ' } }, // of the right shape, and no place
};
const notTakingPart = {
  who: 'never',
  children_count: 'one',
  barriers: 'other',
  barriers_other: 'We did not think it was for us.',
  one_change: null,
  postcode: null,
};

test('a family that takes part @plain', async ({ page }, testInfo) => {
  await findSurvey(page, testInfo);
  const seen = await take(page, testInfo, 'with-us', takingPart);
  expect(seen).toContain('child_2');
  expect(seen).not.toContain('child_3');
  await expect(page.locator('main')).not.toContainText(takingPart.postcode);
});

test('a family that does not take part @plain', async ({ page }, testInfo) => {
  await findSurvey(page, testInfo);
  const seen = await take(page, testInfo, 'not-with-us', notTakingPart);
  expect(seen).not.toContain('child_2');
});
