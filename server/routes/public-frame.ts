/** What the routes of public pages have in common. */
import type { Request, Response } from 'express';
import type { QueryContext } from '../../models/queries/context.js';
import { languageOf } from '../http/language.js';
import { z } from '../http/validate.js';
import type { Html } from '../pages/html.js';
import { layout } from '../pages/layout.js';

/** The drawing on the public page; without it the page still says everything in words. */
export const VIEWER = '/app/viewer.js';
export type SendPage = (req: Request, res: Response, title: string, content: Html, scripts?: readonly string[]) => void;

export function pageSender(context: QueryContext): SendPage {
  return (req, res, title, content, scripts = []) => {
    const frame = { language: languageOf(req), agencyName: context.directory.mainAgency()?.name ?? 'Dossierflow', title, path: req.originalUrl, scripts };
    res.type('html').setHeader('cache-control', 'no-cache').setHeader('vary', 'accept-language, cookie').send(layout(frame, content));
  };
}

/** Text of a query or a form as one short line; what is none is empty. */
export const line = z.string().catch('').transform((value) => value.normalize('NFC').trim().slice(0, 200));
