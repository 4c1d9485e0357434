/** What the server has found wrong with a field, and the words for a guideline that is sent. */
import { ApiError } from '../../api.js';
import type { GuidelineText } from './GuidelineEditor.js';

export function toldBy(error: Error | null): (field: string) => string | undefined {
  const fields = error instanceof ApiError ? (error.problem.fields ?? []) : [];
  return (field) => fields.find((each) => each.field === field)?.message;
}

/** As the server takes it: a question of yes and no has no answers of its own. */
export function sent({ questions, entries }: GuidelineText): GuidelineText {
  return { questions: questions.map(({ options, ...question }) => ({ ...question, ...(question.kind !== 'yesNo' && { options: options ?? [] }) })), entries };
}
