/** What each check goes back to. */
const reijers = (heuristics: string): string => `Reijers & Limam Mansar 2005: ${heuristics}`;
const soundness = 'van der Aalst 1997, soundness of workflow nets; Fahland et al. 2011';
const dataFlow = 'Sun et al. 2006; Trčka et al. 2009, data-flow anti-patterns';

export const references: Readonly<Record<string, string>> = {
  S1: soundness, S2: `${soundness}; Laue & Awad 2009`, S3: soundness, S4: soundness, S5: soundness,
  S6: 'Houhou et al. 2022, fbpmn: message soundness of collaborations', S7: 'Calvanese et al. 2016, analysis of DMN decision tables',
  S8: dataFlow, S9: dataFlow, S10: dataFlow, S11: dataFlow, S12: 'bpmnlint', S13: 'BPMN 2.0.2 (ISO/IEC 19510); BPMNspector',
  S14: 'Mendling, Reijers & van der Aalst 2010, seven process modelling guidelines', S15: 'Mendling, Reijers & van der Aalst 2010, guideline G6',
  O1: reijers('task elimination, control addition'), O2: 'Weber et al. 2011, process model smells', O3: reijers('contact reduction'),
  O4: reijers('integral technology'), O5: reijers('empower, numerical involvement'), O6: reijers('split responsibilities'), O7: reijers('contact reduction'),
  O8: 'Murata 1989, reduction rules', O9: 'Dijkman et al. 2011, similarity of business process models', O10: 'Uba et al. 2011, clone detection',
  O11: '66.7/2025/NQ-CP', T1: 'Dumas et al. 2018, chapter 7: flow analysis', T3: 'TCVN ISO 9001:2015, 4.4, 5.3, 8.5', T4: reijers('resequencing'),
  T5: reijers('order assignment, case manager'), T6: '118/2025/NĐ-CP', T7: `${reijers('knock-out')}; van der Aalst 2001`, T8: reijers('parallelism'), T9: reijers('knock-out, contact reduction'),
  T12: 'Dumas et al. 2018, chapter 6: value-added analysis', T13: 'Dumas et al. 2018, chapter 6: value-added and waste analysis', T14: 'ANSI INCITS 359, separation of duty',
  T2: 'Dumas et al. 2018, chapter 7: cycle time', T10: reijers('exception, triage'), T11: reijers('empower, control addition'), T15: 'TCVN ISO 9001:2015, 7.1.2: people', T20: 'TCVN ISO 9001:2015, 9.1.3: analysis and evaluation',
  O14: reijers('task composition'), O15: reijers('numerical involvement'),
  L1: 'Dumas et al. 2018, chapter 11: performance mining', L2: 'Erlang 1917, queueing', L3: 'Lashkevich et al. 2023, causes of waiting time', L4: 'van der Aalst 2016, chapter 9: rework', L5: reijers('resequencing, case manager'), L6: 'van der Aalst & Song 2005, hand-over of work',
  L7: 'Dumas et al. 2018, chapter 7: cycle time efficiency', L8: '118/2025/NĐ-CP', L9: 'Parkinson 1957', L10: '118/2025/NĐ-CP', L11: 'ageing analysis', L12: 'Carmona et al. 2018, alignments', L13: 'Carmona et al. 2018, resource conformance', L14: 'van der Aalst 2016, chapter 4: variants', L15: 'Carmona et al. 2018, model against log',
  L16: 'Martin et al. 2017, batch processing', L17: reijers('flexible assignment'), L18: reijers('order assignment'), L19: reijers('knock-out'), L20: 'Suriadi et al. 2017, event log imperfection patterns', L21: 'TCVN ISO 9001:2015, 10.3; Hodges & Lehmann 1963; Newcombe 1998', L22: 'van der Aalst, Schonenberg & Song 2011, time prediction', L23: 'TCVN ISO 9001:2015, 8.5.6: control of changes',
  T16: reijers('contact reduction, integration'), T17: 'Standard Cost Model manual 2005; 02/2017/TT-VPCP', T18: '118/2025/NĐ-CP',
};
