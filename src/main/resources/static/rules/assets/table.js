/* The table on the screen: dmn-js, and the few things we ask of it. */

import {translate} from './words-vi.js';

const EXAMPLES = {
  name: 'Hotline',
  uri: 'http://1022.haiphong.gov.vn/dmn',
  prefix: 'hotline',
  xml: {tagAlias: 'lowerCase'},
  types: [
    {name: 'Example', superClass: ['Element'], properties: [
      {name: 'catches', isAttr: true, type: 'Boolean'},
      {name: 'note', isAttr: true, type: 'String'},
      {name: 'values', isMany: true, type: 'Value'}
    ]},
    {name: 'Value', superClass: ['Element'], properties: [
      {name: 'input', isAttr: true, type: 'String'},
      {name: 'body', isBody: true, type: 'String'}
    ]}
  ]
};

export class Table {

  constructor(host) {
    this.host = host;
    this.marks = document.head.appendChild(document.createElement('style'));
    this.hidden = document.head.appendChild(document.createElement('style'));
    this.listeners = {select: [], change: []};
    this.modeler = new window.DmnJS({
      container: host,
      moddleExtensions: {hotline: EXAMPLES},
      decisionTable: {additionalModules: [{translate: ['value', translate]}]}
    });
  }

  on(what, listener) {
    this.listeners[what].push(listener);
  }

  async open(xml) {
    await this.modeler.importXML(xml, {open: false});
    const view = this.modeler.getViews().find(({type}) => type === 'decisionTable');
    if (!view) {
      throw new Error('Tệp không có bảng quyết định.');
    }
    await this.modeler.open(view);
    this.viewer = this.modeler.getActiveViewer();
    this.selected = null;
    const events = this.viewer.get('eventBus');
    events.on('cellSelection.changed', ({elementId, selection}) => {
      if (selection && selection.selected && elementId) {
        this.choose(elementId);
      }
    });
    events.on('commandStack.changed', () => this.tell('change'));
  }

  tell(what, value) {
    this.listeners[what].forEach(listener => listener(value));
  }

  choose(elementId) {
    const element = this.get('elementRegistry').get(elementId);
    if (!element) {
      return;
    }
    const rule = element.row ? element.row.businessObject : element.businessObject;
    if (rule && rule.$type === 'dmn:DecisionRule') {
      this.selected = {rule: rule.id, column: element.col ? element.col.businessObject.id : null};
      this.tell('select', this.selected);
      this.replaceAny(elementId);
    }
  }

  /** What is typed into a cell that takes anything, or says nothing, stands for it, not behind it. */
  replaceAny(elementId) {
    const cell = this.host.querySelector(`td[data-element-id="${CSS.escape(elementId)}"]`);
    const typed = cell && cell.querySelector('[contenteditable=true]');
    if (typed && ['-', '""'].includes(typed.textContent.trim())) {
      setTimeout(() => typed.contains(document.activeElement) && document.getSelection().selectAllChildren(typed));
    }
  }

  get(service) {
    return this.viewer.get(service);
  }

  async xml() {
    return (await this.modeler.saveXML({format: true})).xml;
  }

  logic() {
    return this.get('sheet').getRoot().businessObject;
  }

  inputs() {
    return this.logic().input || [];
  }

  outputs() {
    return this.logic().output || [];
  }

  rules() {
    return this.logic().rule || [];
  }

  rule(id) {
    return this.rules().find(rule => rule.id === id);
  }

  number(ruleId) {
    return this.rules().findIndex(rule => rule.id === ruleId) + 1;
  }

  /** The element of a cell. */
  entry(rule, column) {
    const input = this.inputs().findIndex(({id}) => id === column);
    if (input >= 0) {
      return (rule.inputEntry || [])[input];
    }
    const output = this.outputs().findIndex(({id}) => id === column);
    return output >= 0 ? (rule.outputEntry || [])[output] : null;
  }

  text(rule, column) {
    const entry = this.entry(rule, column);
    return entry ? entry.text || '' : '';
  }

  write(rule, column, text) {
    this.get('modeling').editCell(this.entry(rule, column), text);
  }

  describe(rule, text) {
    this.get('modeling').editAnnotation(rule, text);
  }

  /** Texts of the cells of a row, and the heads of their columns. */
  row(rule) {
    return {
      inputs: this.inputs().map(input => ({id: input.id, label: input.label || '',
        expression: (input.inputExpression && input.inputExpression.text) || '',
        type: (input.inputExpression && input.inputExpression.typeRef) || ''})),
      outputs: this.outputs().map(output => ({id: output.id, label: output.label || '', name: output.name || '',
        type: output.typeRef || ''})),
      tests: (rule.inputEntry || []).map(entry => entry.text || ''),
      results: (rule.outputEntry || []).map(entry => entry.text || '')
    };
  }

  examples(rule) {
    const values = (rule.extensionElements && rule.extensionElements.values) || [];
    return values.filter(({$type}) => $type === 'hotline:Example').map(example => ({
      catches: example.catches !== false,
      note: example.note || '',
      values: Object.fromEntries((example.values || []).map(({input, body}) => [input, body || '']))
    }));
  }

  /** As one step that can be undone. */
  setExamples(rule, examples) {
    const factory = this.get('dmnFactory');
    const present = (rule.extensionElements && rule.extensionElements.values) || [];
    const written = examples.map(({catches, note, values}) => {
      const parts = Object.entries(values).filter(([, body]) => body.trim())
        .map(([input, body]) => factory.create('hotline:Value', {input, body}));
      const example = factory.create('hotline:Example', {catches, note: note || undefined, values: parts});
      parts.forEach(part => (part.$parent = example));
      return example;
    });
    const all = [...present.filter(({$type}) => $type !== 'hotline:Example'), ...written];
    const extensionElements = all.length ? factory.create('dmn:ExtensionElements', {values: all}) : undefined;
    all.forEach(part => (part.$parent = extensionElements));
    if (extensionElements) {
      extensionElements.$parent = rule;
    }
    this.get('modeling').updateProperties(rule, {extensionElements});
  }

  addRowBelow() {
    const modeling = this.get('modeling');
    const at = this.selected ? this.number(this.selected.rule) : this.rules().length;
    const row = modeling.addRow({type: 'dmn:DecisionRule'}, at);
    // A result that says nothing is written so; a condition that asks nothing may stay empty.
    this.outputs().forEach((output, i) => {
      if (output.typeRef === 'string') {
        modeling.editCell(row.businessObject.outputEntry[i], '""');
      }
    });
    this.show(row.businessObject.id, this.inputs()[0] && this.inputs()[0].id);
  }

  undo() {
    this.get('editorActions').trigger('undo');
  }

  redo() {
    this.get('editorActions').trigger('redo');
  }

  mayUndo() {
    return this.get('commandStack').canUndo();
  }

  mayRedo() {
    return this.get('commandStack').canRedo();
  }

  /** Goes to a cell, or to the row. */
  show(ruleId, columnId) {
    const rule = this.rule(ruleId);
    if (!rule) {
      return;
    }
    const entry = columnId ? this.entry(rule, columnId) : null;
    const id = entry ? entry.id : ruleId;
    requestAnimationFrame(() => {
      const node = this.host.querySelector(`[data-element-id="${CSS.escape(id)}"]`);
      if (node) {
        node.scrollIntoView({block: 'center', inline: 'nearest'});
        this.get('selection').select(id);
        this.choose(id);
      }
    });
  }

  /** Colours the cells that findings are about. */
  mark(findings) {
    const of = severity => findings.filter(({finding}) => finding.severity === severity && finding.rowId)
      .map(({finding}) => {
        const rule = this.rule(finding.rowId);
        const entry = rule && finding.columnId ? this.entry(rule, finding.columnId) : null;
        return `.table-host td[data-element-id="${CSS.escape(entry ? entry.id : finding.rowId)}"]`;
      });
    const style = (severity, look) => {
      const cells = of(severity);
      return cells.length ? `${cells.join(',\n')} { ${look} }\n` : '';
    };
    this.marks.textContent = style('informs', 'box-shadow: inset 0 0 0 2px #7c8896;')
      + style('warns', 'box-shadow: inset 0 0 0 2px #b45309; background: #fff7ea;')
      + style('blocks', 'box-shadow: inset 0 0 0 2px #a8071a; background: #fdf1f2;');
  }

  /** Leaves only the rows that say such things on the screen. */
  find(matches) {
    const gone = this.rules().filter(rule => !matches(rule)).map(({id}) => id);
    this.hidden.textContent = gone.length
      ? `${gone.map(id => `.table-host tbody tr:has(> td[data-row-id="${CSS.escape(id)}"])`).join(',\n')} { display: none; }`
      : '';
    return this.rules().length - gone.length;
  }
}
