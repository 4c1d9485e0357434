/** The guideline of a model framework: questions about an agency, and which procedures it has by its answers, each with the reason. */
import { childrenOf, type Ast } from '../expression/ast.js';
import { evaluate } from '../expression/evaluate.js';
import { parseExpression } from '../expression/parse.js';

export interface Words { vi: string; en: string }
export interface Question { id: string; kind: 'one' | 'many' | 'yesNo'; text: Words; options?: readonly { value: string; text: Words }[] }
/** `when`: a FEEL condition over the answers, under the ids of the questions. */
export interface Entry { code: string; when: string; because: Words; otherwise: Words }
export interface Guideline { questions: readonly Question[]; entries: readonly Entry[] }
export type Answer = string | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** `listed` is absent while a question that decides is not answered. */
export interface Listed { code: string; listed?: boolean; reason: Words; when: string; asked: readonly string[]; open: readonly string[] }
export interface GuidelineProblem { path: string; message: string }

/** Of each entry whether the agency has the procedure; conditions that cannot be read count as not answered. */
export function listProcedures({ questions, entries }: Guideline, answers: Answers): Listed[] {
  const ids = questions.map(({ id }) => id);
  return entries.map(({ code, when, because, otherwise }) => {
    const parsed = parseExpression(when, ids);
    const asked = parsed.ast ? namesOf(parsed.ast).filter((name) => ids.includes(name)) : ids;
    const open = asked.filter((id) => !isAnswered(answers[id]));
    const value = parsed.ast ? evaluate(parsed.ast, answers, { now: 0, openNames: true }).value : null;
    // What is known may decide already: a false part of a conjunction does not wait for the rest.
    const decided = typeof value === 'boolean' && (open.length === 0 || !dependsOn(questions, parsed.ast, answers, open, value));
    return { code, when, asked, open: decided ? [] : open, reason: decided && value ? because : otherwise, ...(decided && { listed: value as boolean }) };
  });
}
const isAnswered = (answer: Answer | undefined): boolean => answer !== undefined && answer !== '';

/** Names of variables that an expression asks for; that of a function is none. */
function namesOf(ast: Ast): string[] {
  if (ast.kind === 'name') return [ast.name];
  const inside = ast.kind === 'call' && ast.callee.kind === 'name' ? ast.args : childrenOf(ast);
  return [...new Set(inside.flatMap(namesOf))];
}
/** Whether an answer that is still open could change the outcome; each is tried by itself with every answer that it may get. */
function dependsOn(questions: readonly Question[], ast: Ast | undefined, answers: Answers, open: readonly string[], value: boolean): boolean {
  if (!ast || open.length > 1) return true;
  const question = questions.find(({ id }) => id === open[0]);
  const possible: Answer[] = !question ? [] : question.kind === 'yesNo' ? [true, false] : (question.options ?? []).map((each) => (question.kind === 'many' ? [each.value] : each.value));
  return possible.some((answer) => evaluate(ast, { ...answers, [open[0]!]: answer }, { now: 0, openNames: true }).value !== value);
}

/** What is wrong with a guideline, all at once: doubled ids, conditions that are no FEEL or name no question. */
export function guidelineProblems({ questions, entries }: Guideline): GuidelineProblem[] {
  const ids = questions.map(({ id }) => id);
  const doubled = (list: readonly string[], path: string): GuidelineProblem[] => list.flatMap((each, at) => (list.indexOf(each) < at ? [{ path: `${path}.${at}`, message: `"${each}" stands there twice` }] : []));
  return [
    ...doubled(ids, 'questions'), ...doubled(entries.map(({ code }) => code), 'entries'),
    ...questions.flatMap(({ kind, options }, at) => (kind !== 'yesNo' && (options?.length ?? 0) === 0 ? [{ path: `questions.${at}.options`, message: 'needs answers to choose from' }] : [])),
    ...entries.flatMap(({ when }, at) => {
      const parsed = parseExpression(when, ids);
      if (!parsed.ast) return [{ path: `entries.${at}.when`, message: parsed.errors[0]?.message ?? 'is not FEEL' }];
      return namesOf(parsed.ast).filter((name) => !ids.includes(name)).map((name) => ({ path: `entries.${at}.when`, message: `"${name}" is no question` }));
    }),
  ];
}

/** Answers that the questions do not allow. */
export function answerProblems({ questions }: Guideline, answers: Answers): GuidelineProblem[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = questions.find((each) => each.id === id);
    const values = question?.options?.map(({ value }) => value) ?? [];
    const isFit = question && (question.kind === 'yesNo' ? typeof answer === 'boolean' : question.kind === 'one' ? typeof answer === 'string' && values.includes(answer) : Array.isArray(answer) && answer.every((each) => values.includes(each as string)));
    return isFit ? [] : [{ path: `answers.${id}`, message: question ? 'is no answer to this question' : 'is no question' }];
  });
}
