/** The collections of the quality system and of its figures: versions, frameworks, improvement records, other documents. */
import type { Connection, Model } from 'mongoose';
import { declarationSchema, type DeclarationDoc } from './schemas/conformity.js';
import { keptPracticeSchema, type KeptPracticeDoc } from './schemas/kept-practice.js';
import { monthlyReportSchema, type MonthlyReportDoc } from './schemas/monthly-report.js';
import { packageSignerSchema, type PackageSignerDoc } from './schemas/package-signer.js';
import { figurePartSchema, figureSchema, type FigureDoc, type FigurePartDoc } from './schemas/figures.js';
import { qualityLinkSchema, type QualityLinkDoc } from './schemas/quality-link.js';
import { improvementSchema, improvementStepSchema, type ImprovementDoc, type ImprovementStepDoc } from './schemas/improvement.js';
import { documentReadSchema, documentRevisionSchema, documentStepSchema, qualityDocumentSchema, type DocumentReadDoc, type DocumentRevisionDoc, type DocumentStepDoc, type QualityDocumentDoc } from './schemas/quality-document.js';
import { revisionSchema, revisionStepSchema, type RevisionDoc, type RevisionStepDoc } from './schemas/revision.js';
import { signedDocumentSchema, type SignedDocumentDoc } from './schemas/signed-document.js';
import { adoptionSchema, frameworkPartSchema, frameworkSchema, frameworkVersionSchema, type AdoptionDoc, type FrameworkDoc, type FrameworkPartDoc, type FrameworkVersionDoc } from './schemas/framework.js';

export abstract class QualityModels {
  readonly revisions: Model<RevisionDoc>;
  readonly revisionSteps: Model<RevisionStepDoc>;
  readonly signedDocuments: Model<SignedDocumentDoc>;
  readonly frameworks: Model<FrameworkDoc>;
  readonly frameworkVersions: Model<FrameworkVersionDoc>;
  readonly frameworkParts: Model<FrameworkPartDoc>;
  readonly adoptions: Model<AdoptionDoc>;
  readonly packageSigners: Model<PackageSignerDoc>;
  readonly improvements: Model<ImprovementDoc>;
  readonly qualityLinks: Model<QualityLinkDoc>;
  readonly improvementSteps: Model<ImprovementStepDoc>;
  readonly qualityDocuments: Model<QualityDocumentDoc>;
  readonly documentRevisions: Model<DocumentRevisionDoc>;
  readonly documentSteps: Model<DocumentStepDoc>;
  readonly documentReads: Model<DocumentReadDoc>;
  readonly declarations: Model<DeclarationDoc>;
  readonly figureParts: Model<FigurePartDoc>;
  readonly figures: Model<FigureDoc>;
  readonly keptPractice: Model<KeptPracticeDoc>;
  readonly monthlyReports: Model<MonthlyReportDoc>;

  constructor(readonly connection: Connection) {
    this.revisions = connection.model<RevisionDoc>('ProcedureRevision', revisionSchema);
    this.revisionSteps = connection.model<RevisionStepDoc>('RevisionStep', revisionStepSchema);
    this.signedDocuments = connection.model<SignedDocumentDoc>('SignedDocument', signedDocumentSchema);
    this.frameworks = connection.model<FrameworkDoc>('Framework', frameworkSchema);
    this.frameworkVersions = connection.model<FrameworkVersionDoc>('FrameworkVersion', frameworkVersionSchema);
    this.frameworkParts = connection.model<FrameworkPartDoc>('FrameworkPart', frameworkPartSchema);
    this.adoptions = connection.model<AdoptionDoc>('Adoption', adoptionSchema);
    this.packageSigners = connection.model<PackageSignerDoc>('PackageSigner', packageSignerSchema);
    this.improvements = connection.model<ImprovementDoc>('Improvement', improvementSchema);
    this.qualityLinks = connection.model<QualityLinkDoc>('QualityLink', qualityLinkSchema);
    this.improvementSteps = connection.model<ImprovementStepDoc>('ImprovementStep', improvementStepSchema);
    this.qualityDocuments = connection.model<QualityDocumentDoc>('QualityDocument', qualityDocumentSchema);
    this.documentRevisions = connection.model<DocumentRevisionDoc>('DocumentRevision', documentRevisionSchema);
    this.documentSteps = connection.model<DocumentStepDoc>('DocumentStep', documentStepSchema);
    this.documentReads = connection.model<DocumentReadDoc>('DocumentRead', documentReadSchema);
    this.declarations = connection.model<DeclarationDoc>('Declaration', declarationSchema);
    this.figureParts = connection.model<FigurePartDoc>('FigurePart', figurePartSchema);
    this.figures = connection.model<FigureDoc>('Figure', figureSchema);
    this.monthlyReports = connection.model<MonthlyReportDoc>('MonthlyReport', monthlyReportSchema);
    this.keptPractice = connection.model<KeptPracticeDoc>('KeptPractice', keptPracticeSchema);
  }
}
