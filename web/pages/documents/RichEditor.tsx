/** The editor of texts: loaded when somebody writes. What it offers is what the server lets in. */
import { useMemo } from 'react';
import { RichTextEditor } from '@mantine/tiptap';
import '@mantine/tiptap/styles.css';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import HardBreak from '@tiptap/extension-hard-break';
import Heading from '@tiptap/extension-heading';
import Italic from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import Paragraph from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import Text from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { useEditor } from '@tiptap/react';
import type { RichNode } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { nonce } from '../../nonce.js';
import './documents.css';

// Its own would carry widths in markup, which our policy refuses.
const PlainTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ resizable: false });
const CELL = '(paragraph|heading|bulletList|orderedList)+';
const EXTENSIONS = [
  Document.extend({ content: '(paragraph|heading|bulletList|orderedList|table)+' }), Paragraph, Text, Heading.configure({ levels: [1, 2, 3] }), Bold, Italic, HardBreak, BulletList, OrderedList,
  ListItem.extend({ content: 'paragraph (paragraph|bulletList|orderedList)*' }), ListKeymap, PlainTable, TableRow, TableHeader.extend({ content: CELL }), TableCell.extend({ content: CELL }), UndoRedo,
];

export default function RichEditor({ label, initial, onChange }: { label: string; initial: RichNode | undefined; onChange: (text: RichNode) => void }) {
  const { t } = useWords();
  const editor = useEditor({
    extensions: EXTENSIONS, content: initial ?? null, injectNonce: nonce, editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label } },
    onUpdate: ({ editor: now }) => onChange(now.getJSON() as RichNode),
  });
  const labels = useMemo(() => ({
    boldControlLabel: t('documents.editor.bold'), italicControlLabel: t('documents.editor.italic'), h1ControlLabel: t('documents.editor.h1'), h2ControlLabel: t('documents.editor.h2'), h3ControlLabel: t('documents.editor.h3'),
    bulletListControlLabel: t('documents.editor.bullets'), orderedListControlLabel: t('documents.editor.numbers'), undoControlLabel: t('documents.editor.undo'), redoControlLabel: t('documents.editor.redo'),
    tableInsertControlLabel: t('documents.editor.table'), tableInsertLabel: (columns: number, rows: number) => t('documents.editor.size', { columns, rows }), tableRowAfterControlLabel: t('documents.editor.rowAfter'), tableRowDeleteControlLabel: t('documents.editor.rowDelete'),
    tableColumnAfterControlLabel: t('documents.editor.columnAfter'), tableColumnDeleteControlLabel: t('documents.editor.columnDelete'), tableDeleteControlLabel: t('documents.editor.tableDelete'),
  }), [t]);
  return (
    <RichTextEditor editor={editor} labels={labels} className="df-editor" withCodeHighlightStyles={false}>
      <RichTextEditor.Toolbar>
        <RichTextEditor.ControlsGroup><RichTextEditor.H1 /><RichTextEditor.H2 /><RichTextEditor.H3 /></RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup><RichTextEditor.Bold /><RichTextEditor.Italic /></RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup><RichTextEditor.BulletList /><RichTextEditor.OrderedList /></RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup><RichTextEditor.TableInsert /><RichTextEditor.TableRowAfter /><RichTextEditor.TableRowDelete /><RichTextEditor.TableColumnAfter /><RichTextEditor.TableColumnDelete /><RichTextEditor.TableDelete /></RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup><RichTextEditor.Undo /><RichTextEditor.Redo /></RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
    </RichTextEditor>
  );
}
