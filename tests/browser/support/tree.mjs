// The accessibility tree of the main part, as the browser hands it to assistive technology: role, name, description
// and states, a line each, so that a change can be read in a review.

/** What is worth a word in the tree. */
const STATES = ['checked', 'disabled', 'invalid', 'readonly', 'required', 'expanded', 'level', 'multiline', 'hasPopup'];
/** Roles that say nothing of themselves: what is in them stands in their place. */
const SILENT = new Set(['generic', 'none', 'InlineTextBox', 'LineBreak', 'ListMarker', 'Legend', 'paragraph', 'DescriptionList']);

/** The tree below `main`, as text. */
export async function tree(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (node, depth, around) => {
    const role = node.role?.value;
    const silent = node.ignored || SILENT.has(role) || role === 'LabelText';
    const name = node.name?.value ?? '';
    // Text that its parent's name says already is not said twice.
    const said = role === 'StaticText' && around.includes(name.trim());
    if (!silent && !said) {
      const states = (node.properties ?? [])
        .filter(({ name: state, value }) => STATES.includes(state) && ![false, 'false', ''].includes(value.value))
        .map(({ name: state, value }) => ([true, 'true'].includes(value.value) ? state : `${state}=${value.value}`));
      const value = node.value?.value ? ` = "${node.value.value}"` : '';
      const description = node.description?.value ? `\n${'  '.repeat(depth + 1)}described by "${node.description.value}"` : '';
      lines.push(`${'  '.repeat(depth)}${role === 'StaticText' ? 'text' : role} "${name}"${value}${states.map((state) => ` [${state}]`).join('')}${description}`);
    }
    const below = silent || said ? depth : depth + 1;
    const heard = silent ? around : `${around}\n${name}\n${node.value?.value ?? ''}`;
    // A label is said as the name of its control.
    if (role === 'LabelText') return;
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id), below, heard);
  };
  const start = nodes.find((node) => node.role?.value === 'main');
  for (const id of start.childIds) if (byId.has(id)) walk(byId.get(id), 0, '');
  return `${lines.join('\n')}\n`;
}
