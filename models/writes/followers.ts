/**
 * What follows where an agency ends: each of its procedures goes where the department that takes its dossiers in goes, and with it what it
 * has adopted of frameworks. A successor that follows the framework already keeps what it has of the same code.
 */
import { readBpmn } from '../../engine/bpmn/read.js';
import type { SuccessionPreview } from '../../server/contract.js';
import type { Directory } from '../directory.js';
import { adoptionId, type AdoptedProcedure, type AdoptionDoc } from '../schemas/framework.js';
import type { ProcedureDoc } from '../schemas/procedure.js';
import type { Store } from '../store.js';

interface Moving { procedure: ProcedureDoc; to: string }
interface Following { adoption: AdoptionDoc; to: string; procedures: AdoptedProcedure[]; kept: string[] }
export interface FollowPlan { procedures: readonly Moving[]; frameworks: readonly Following[] }

export class Followers {
  constructor(private readonly given: { store: Store; directory: Directory }) {}

  /** @param targetOf agency to which a department goes; undefined for one of another agency */
  async plan(agencyId: string, targetOf: (department: string) => string | undefined, otherwise: string): Promise<FollowPlan> {
    const { store } = this.given;
    const [procedures, adoptions] = await Promise.all([store.procedures.find({ agencyId }).sort({ _id: 1 }).lean(), store.adoptions.find({ agencyId }).sort({ _id: 1 }).lean()]);
    const moving = await Promise.all(procedures.map(async (procedure) => ({ procedure, to: await this.homeOf(procedure, targetOf) ?? otherwise })));
    const to = new Map(moving.map(({ procedure, to: target }) => [procedure._id, target]));
    const frameworks = await Promise.all(adoptions.flatMap((adoption) => {
      const targets = [...new Set(adoption.procedures.map(({ procedureId }) => to.get(procedureId) ?? otherwise))];
      return targets.map(async (target): Promise<Following> => {
        const own = await store.adoptions.findById(adoptionId(target, adoption.frameworkId)).lean();
        const going = adoption.procedures.filter(({ procedureId }) => (to.get(procedureId) ?? otherwise) === target);
        const isKept = ({ code, procedureId }: AdoptedProcedure): boolean => own?.procedures.some((each) => each.code === code && each.procedureId !== procedureId) ?? false;
        return { adoption, to: target, procedures: going.filter((each) => !isKept(each)), kept: going.filter(isKept).map(({ code }) => code) };
      });
    }));
    return { procedures: moving, frameworks };
  }

  preview({ procedures, frameworks }: FollowPlan): Pick<SuccessionPreview, 'procedures' | 'frameworks'> {
    const named = (id: string) => ({ id, name: this.given.directory.agencyName(id) });
    return {
      procedures: procedures.map(({ procedure: { _id, code, name }, to }) => ({ id: _id, code, name, to: named(to) })),
      frameworks: frameworks.map(({ adoption, to, procedures: going, kept }) => ({ id: adoption.frameworkId, version: adoption.version, to: named(to), codes: going.map(({ code }) => code), kept })),
    };
  }

  /** Can be taken up again where it broke off: what the ended agency had adopted goes last. */
  async carryOut({ procedures, frameworks }: FollowPlan): Promise<void> {
    const { store } = this.given;
    for (const { adoption: { _id: _old, procedures: _all, ...common }, to, procedures: going } of frameworks) {
      const _id = adoptionId(to, common.frameworkId);
      await store.adoptions.updateOne({ _id }, { $setOnInsert: { ...common, agencyId: to, procedures: [] } }, { upsert: true });
      for (const each of going) await store.adoptions.updateOne({ _id, 'procedures.code': { $ne: each.code } }, { $push: { procedures: each } });
    }
    for (const { procedure, to } of procedures) await store.procedures.updateOne({ _id: procedure._id }, { $set: { agencyId: to } });
    for (const id of new Set(frameworks.map(({ adoption }) => adoption._id))) await store.adoptions.deleteOne({ _id: id });
  }

  /** By the drawing: the one-stop lane of the agency, or its first. */
  private async homeOf({ _id, currentVersion, draft }: ProcedureDoc, targetOf: (department: string) => string | undefined): Promise<string | undefined> {
    const version = currentVersion === undefined ? undefined : await this.given.store.versions.findOne({ procedureId: _id, version: currentVersion }).lean();
    const xml = version?.xml ?? draft?.xml;
    if (xml === undefined) return undefined;
    const lanes = (await readBpmn(xml)).processes.flatMap((process) => process.lanes.flatMap(({ department }) => department ?? []));
    const own = lanes.filter(({ id }) => targetOf(id) !== undefined);
    const home = own.find(({ oneStop }) => oneStop) ?? own[0];
    return home && targetOf(home.id);
  }
}
