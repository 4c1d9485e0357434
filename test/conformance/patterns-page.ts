/** The pages of workflow patterns: how each is drawn here, how well it is supported, and what proves it. */

/** `proof`: the name of a conformance case, or `FILE: title of a test`. */
export interface PatternRow { pattern: string; drawn: string; support: '+' | '+/-' | '-'; proof: string }
const row = (pattern: string, drawn: string, support: PatternRow['support'], proof: string): PatternRow => ({ pattern, drawn, support, proof });

export const CONTROL_FLOW: readonly PatternRow[] = [
  row('1 Sequence', 'sequence flow', '+', '1 sequence'),
  row('2 Parallel split', 'parallel gateway, or several flows out of an activity', '+', '2 parallel split'),
  row('3 Synchronisation', 'parallel gateway that joins', '+', '3 synchronisation'),
  row('4 Exclusive choice', 'exclusive gateway with conditions and a default', '+', '4 exclusive choice'),
  row('5 Simple merge', 'exclusive gateway that merges, or several flows into an activity', '+', '5 simple merge'),
  row('6 Multi-choice', 'inclusive gateway, or conditional flows out of an activity', '+', '6 multi-choice'),
  row('7 Structured synchronising merge', 'inclusive gateway that joins', '+', '7 structured synchronising merge'),
  row('8 Multi-merge', 'exclusive gateway that merges branches of a fork', '+', '8 multi-merge'),
  row('9 Structured discriminator', 'complex gateway, activationCount >= 1', '+', '9 structured discriminator'),
  row('10 Arbitrary cycles', 'flows back to any merge', '+', '10 arbitrary cycles'),
  row('11 Implicit termination', 'no end event needed', '+', '11 implicit termination'),
  row('12 Multiple instances without synchronisation', 'a loop that throws a message which starts a process each time', '+', '12 multiple instances without synchronisation'),
  row('13 Multiple instances known at design time', 'multi-instance activity with a number', '+', '13 multiple instances known at design time'),
  row('14 Multiple instances known at run time', 'multi-instance activity with an expression or a list', '+', '14 multiple instances known at run time'),
  row('15 Multiple instances not known before', 'standard loop that asks for more; instances cannot be added to a parallel multi-instance activity', '+/-', '15 multiple instances not known before: a loop that asks for more'),
  row('16 Deferred choice', 'event-based gateway', '+', '16 deferred choice'),
  row('17 Interleaved parallel routing', 'ad-hoc sub-process with sequential ordering, in the order of the drawing; the performer does not choose the order', '+/-', '17 interleaved parallel routing'),
  row('18 Milestone', 'boundary event that does not interrupt on the sub-process that stands for the state', '+/-', '18 milestone'),
  row('19 Cancel activity', 'interrupting boundary event', '+', '19 cancel activity'),
  row('20 Cancel case', 'terminate end event, also behind an event sub-process', '+', '20 cancel case'),
];

export const DATA: readonly PatternRow[] = [
  row('1 Task data', 'property of an activity', '+', 'foreign: of an activity is its own'),
  row('2 Block data', 'property or data object of a sub-process', '+', 'of a sub-process stays inside it'),
  row('4 Multiple instance data', 'input and output item of a multi-instance activity', '+', 'foreign: lists in and out, parallel, completed out of order'),
  row('5 Case data', 'data object or property of the process', '+', 'written by its name, read in a condition'),
  row('7 Workflow data', 'data store: named in the drawing, kept in each dossier; shared data are asked of a service', '+/-', 'foreign: written and read by way of its reference'),
  row('9 Data interaction, task to task', 'by the data of the process', '+', 'foreign: a script works on its inputs'),
  row('10 Block task to sub-workflow', 'data input association of a call activity', '+', 'foreign: inputs and outputs by position and association'),
  row('12 To multiple instances', 'loopDataInputRef and inputDataItem', '+', 'foreign: lists in and out by input and output specification, sequential'),
  row('13 From multiple instances', 'outputDataItem and loopDataOutputRef', '+', 'foreign: lists in and out, parallel, completed out of order'),
  row('14 Case to case', 'message with data, correlated', '+', 'foreign: key of a collaboration, each second message to the instance of its first'),
  row('15 Task to environment', 'service task', '+', 'workflows/contract.ts: a service answers into the data of the dossier'),
  row('18 Environment to case', 'message or signal with data', '+', 'foreign: the message brings data through its output'),
  row('27 Data transfer by value', 'data association copies', '+', 'an input copy does not keep results from the data around'),
  row('32 Data transformation, input', 'transformation or assignment of a data association', '+', 'foreign: transformation and assignment'),
  row('34 Task precondition, data existence', 'an activity does not wait for its input set; a conditional event before it does', '+/-', 'foreign: a conditional event on data not there yet'),
  row('38 Event-based task trigger', 'message, signal and receive task', '+', 'foreign: multiple, the signal comes first'),
  row('39 Data-based task trigger', 'conditional event', '+', 'foreign: conditional, by data that the completed sibling brings'),
  row('40 Data-based routing', 'conditions in FEEL', '+', 'foreign: looks into a context'),
];

export const RESOURCES: readonly PatternRow[] = [
  row('2 Role-based distribution', 'lane with df:department, df:step role', '+', 'server/desk.test.ts: a birth registration goes from receipt to result through four people'),
  row('4 Authorisation', 'who may act is looked at for each work item', '+', 'server/desk.test.ts: work taken by another, of another department or role, and by the one who did the step before'),
  row('5 Separation of duties', 'df:step separateFrom', '+', 'server/desk.test.ts: work taken by another, of another department or role, and by the one who did the step before'),
  row('14 Distribution by offer, multiple resources', 'a work item is offered to a department', '+', 'workflows/contract.ts: of two clerks at the same step one gets it, and the other is told why not'),
  row('23 Resource-initiated execution, offered work item', 'claim, then complete', '+', 'server/desk.test.ts: the same click twice is one; a stale tab is told who was faster'),
  row('11 Automatic execution', 'service, script and business rule task', '+', 'workflows/contract.ts: a service answers into the data of the dossier'),
];
