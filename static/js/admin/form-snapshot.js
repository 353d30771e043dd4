// What a form of the admin holds, as plain data, and back again: fields, editors, rows of inline tables.
"use strict";
window.FormSnapshot = (() => {
  const NOT_KEPT = new Set(["button", "fieldset", "file", "image", "object", "output", "password", "reset", "submit"]);
  // Django's own fields; "version" goes beside the snapshot, "__prefix__" is the row that new rows are copied from.
  const OURS = /^(csrfmiddlewaretoken|version|_popup|_to_field)$|-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS$|-\d+-id$|__prefix__/;

  const editorOf = (field) => window.CKEDITOR?.instances[field.id];

  const keptFields = (form) =>
    [...form.elements].filter((field) => field.name && !field.disabled && !NOT_KEPT.has(field.type) && !OURS.test(field.name));

  const labelOf = (field) => (field.labels?.[0]?.textContent || field.name).trim().replace(/:$/, "");

  function valueOf(field) {
    if (field.type.startsWith("select")) return [...field.selectedOptions].map((option) => [option.value, option.text]);
    const editor = editorOf(field);
    return editor?.status === "ready" ? editor.getData() : field.value;
  }

  // Return {name: {label, value}}; a value is text, a list of ticked values, or a list of [value, text] of a select.
  function read(form) {
    const found = {};
    for (const field of keptFields(form)) {
      if (field.type === "checkbox" || field.type === "radio") {
        found[field.name] ??= { label: labelOf(field), value: [] };
        if (field.checked) found[field.name].value.push(field.value);
      } else {
        found[field.name] = { label: labelOf(field), value: valueOf(field) };
      }
    }
    return found;
  }

  // Return {prefix: [primary key or "", row by row]} of the inline tables.
  function rows(form) {
    const found = {};
    for (const total of form.querySelectorAll("input[name$='-TOTAL_FORMS']")) {
      const prefix = total.name.slice(0, -"-TOTAL_FORMS".length);
      found[prefix] = Array.from({ length: Number(total.value) }, (_, row) => form.elements[`${prefix}-${row}-id`]?.value ?? "");
    }
    return found;
  }

  // Rows may have come or gone since: a saved row is found by its key, any other gets a row of its own.
  function placeRows(form, snapshot) {
    const names = new Map();
    for (const [prefix, keys] of Object.entries(snapshot.rows)) {
      const present = rows(form)[prefix];
      if (!present) continue;
      const fresh = present.flatMap((key, row) => (key ? [] : [row]));
      keys.forEach((key, row) => {
        const touched = Object.keys(snapshot.fields).filter((name) => name.startsWith(`${prefix}-${row}-`));
        if (!touched.length) return;
        let place = key ? present.indexOf(key) : -1;
        if (place < 0) place = fresh.shift() ?? addRow(form, prefix);
        for (const name of touched) names.set(name, name.replace(`${prefix}-${row}-`, `${prefix}-${place}-`));
      });
    }
    return (name) => names.get(name) ?? name;
  }

  function addRow(form, prefix) {
    const place = Number(form.elements[`${prefix}-TOTAL_FORMS`].value);
    document.querySelector(`#${prefix}-group .add-row a`)?.click();
    return place;
  }

  function put(field, value) {
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = value.includes(field.value);
    } else if (field.type.startsWith("select")) {
      const known = new Set([...field.options].map((option) => option.value));
      for (const [key, text] of value) if (!known.has(key)) field.add(new Option(text, key));
      const chosen = new Set(value.map(([key]) => key));
      for (const option of field.options) option.selected = chosen.has(option.value);
    } else {
      field.value = value;
      const editor = editorOf(field);
      if (editor?.status === "ready") editor.setData(value);
      else editor?.once("instanceReady", () => editor.setData(value));
    }
    field.closest("details:not([open])")?.setAttribute("open", "");
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }

  // Put the fields of a snapshot {fields, rows} into the form; what it does not name stays as it is.
  function write(form, snapshot) {
    const placed = placeRows(form, snapshot);
    for (const [name, { value }] of Object.entries(snapshot.fields)) {
      for (const field of keptFields(form)) if (field.name === placed(name)) put(field, value);
    }
  }

  // Tell when the editors hold the form's text as they will give it back; one that fails to load holds up nobody for long.
  function ready(form) {
    const editors = keptFields(form).map(editorOf).filter((editor) => editor && editor.status !== "ready");
    const waiting = editors.map((editor) => new Promise((done) => editor.once("instanceReady", done)));
    return Promise.race([Promise.all(waiting), new Promise((done) => setTimeout(done, 5000))]);
  }

  return { read, rows, write, ready };
})();
