/** The improvement loop. */
import { queryOptions } from '@tanstack/react-query';
import type { DossierQualityView, DossierRelation, ImprovementKind, ImprovementRow, ImprovementSource, ImprovementState, ImprovementView, Page, QualityLinkKind, QualityLinkRow, RemedyRow } from '../../server/contract.js';
import type { Measure } from '../../engine/improvement/types.js';
import { get, id, post, query } from './calls.js';

export interface ImprovementFilter { state?: ImprovementState; source?: ImprovementSource; procedure?: string; dossier?: string; page?: number; pageSize?: number }
export interface NewImprovement {
  source: ImprovementSource; procedureId?: string; title?: string; note?: string; dossierId?: string; relation?: DossierRelation;
  finding?: { source: 'drawing' | 'log'; check: string; version: number; elements: readonly string[] };
}
export interface ImprovementPlan { cause: string; owner: string; dueDay: string; goal: Measure; kind: ImprovementKind }

export type NewQualityLink = { kind: 'procedure' | 'document'; ref: string } | { kind: 'reviewPack'; from: string; to: string };

const at = (record: string, act = ''): string => `/api/improvements/${id(record)}${act && `/${act}`}`;
export const improvements = {
  list: (filter: ImprovementFilter) => get<Page<ImprovementRow>>(`/api/improvements${query({ ...filter })}`),
  sheetUrl: ({ state, source }: ImprovementFilter) => `/api/tables/improvements.xlsx${query({ state, source })}`,
  view: (record: string) => get<ImprovementView>(at(record)),
  remedies: (record: string) => get<RemedyRow[]>(at(record, 'remedies')),
  open: (asked: NewImprovement) => post<ImprovementView>('/api/improvements', asked),
  plan: (record: string, plan: ImprovementPlan) => post<ImprovementView>(at(record, 'plan'), plan),
  link: (record: string, dossierNo: string, relation: DossierRelation) => post<ImprovementView>(at(record, 'dossiers'), { dossierNo, relation }),
  draft: (record: string, remedy: number | undefined) => post<ImprovementView>(at(record, 'draft'), remedy === undefined ? {} : { remedy }),
  predict: (record: string) => post<ImprovementView>(at(record, 'predict'), {}),
  version: (record: string, version: number) => post<ImprovementView>(at(record, 'version'), { version }),
  measure: (record: string) => post<ImprovementView>(at(record, 'measure'), {}),
  decide: (record: string, decision: 'keep' | 'rollBack' | 'close', reason: string) => post<ImprovementView>(at(record, 'decide'), { decision, reason }),
  reviewUrl: (asked: { from: string; to: string; lang: string }) => `/api/reports/management-review.pdf${query(asked)}`,
  quality: (dossier: string) => get<DossierQualityView>(`/api/dossiers/${id(dossier)}/quality`),
  addLink: (dossier: string, link: NewQualityLink) => post<DossierQualityView>(`/api/dossiers/${id(dossier)}/quality`, link),
  linksAbout: (kind: QualityLinkKind, ref?: string) => get<QualityLinkRow[]>(`/api/quality-links${query({ kind, ref })}`),
  documentUrl: (record: string) => at(record, 'document.pdf'),
};

export const improvementsQuery = (filter: ImprovementFilter) => queryOptions({ queryKey: ['improvements', 'list', filter], queryFn: () => improvements.list(filter), placeholderData: (previous) => previous });
export const improvementQuery = (record: string) => queryOptions({ queryKey: ['improvements', 'one', record], queryFn: () => improvements.view(record) });
export const remediesQuery = (record: string) => queryOptions({ queryKey: ['improvements', 'remedies', record], queryFn: () => improvements.remedies(record) });
export const qualityQuery = (dossier: string) => queryOptions({ queryKey: ['improvements', 'quality', dossier], queryFn: () => improvements.quality(dossier) });
export const linksAboutQuery = (kind: QualityLinkKind, ref?: string) => queryOptions({ queryKey: ['improvements', 'about', kind, ref], queryFn: () => improvements.linksAbout(kind, ref) });
