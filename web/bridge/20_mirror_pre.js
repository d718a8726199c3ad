// The mirror: for each node of the screen's meaning a real element over the
// canvas, without looks of its own (patch.h says what changes). The keyboard,
// screen readers, magnifiers and tests live here; the mouse passes through to
// the canvas, except where text is typed: there the browser's own field is
// shown while it has the keyboard.
Module['leadpact'].mirror = (function () {
  var page = Module['leadpact'];
  var ACTIVATE = 0, FOCUS = 1, BLUR = 2, SET_VALUE = 3, KEY = 4;
  var DISABLED = 1, CHECKED = 2, EXPANDED = 4, EXPANDABLE = 8, INVALID = 16, CURRENT = 32,
      FOCUSABLE = 64, LIVE = 128, HIDDEN = 256, MULTILINE = 512, MOVABLE = 1024;
  var root, live;
  var elements = new Map();
  var syncing = false;       // we move the focus ourselves
  var byPointer = false;     // the last thing used was a mouse or a finger

  var TAGS = {
    region: 'section', navigation: 'nav', main: 'main', banner: 'header', button: 'button',
    switch: 'button', combobox: 'button', link: 'a', textbox: 'input', text: 'span',
  };
  // Elements that have their role by birth.
  var BORN = {region: 1, navigation: 1, main: 1, banner: 1, button: 1, textbox: 1, text: 1, heading: 1};
  // Their name is their text; the others are named by a label.
  var TEXTUAL = {heading: 1, text: 1, button: 1, link: 1, switch: 1, radio: 1, option: 1,
                 columnheader: 1, listitem: 1};
  var KEYS = {
    combobox: ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp', 'Enter', ' ', 'Escape',
               'Backspace', 'Tab'],
    textbox: ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Enter', 'Escape'],
    radio: ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End'],
    slider: ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End', ' ',
             'Enter'],
    movable: ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End'],
  };

  function act(id, kind, value) {
    page.call('clear_inbox');
    page.put(value || '');
    page.call('action', id, kind);
    page.wake();
  }

  function make(node) {
    var tag = node.role === 'heading' ? 'h' + (node.level || 2) : TAGS[node.role] || 'div';
    if (has(node, MULTILINE)) tag = 'textarea';
    var element = document.createElement(tag);
    element.id = 'n' + node.id;
    element.dataset.id = node.id;
    element.dataset.role = node.role;
    if (!BORN[node.role] && node.role !== 'group') element.setAttribute('role', node.role);
    if (tag === 'button') element.type = 'button';
    if (tag === 'input') element.type = 'text';
    if (tag === 'input' || tag === 'textarea') {
      element.autocomplete = 'off';
      element.autocapitalize = 'off';
      element.spellcheck = true;
      element.dir = 'auto';  // Arabic and Hebrew begin at the right
    }
    if (node.role === 'combobox') element.setAttribute('aria-haspopup', 'listbox');
    return element;
  }

  function set(element, name, value) {
    if (value === null || value === undefined || value === '') element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }

  function has(node, bit) { return ((node.state || 0) & bit) !== 0; }

  function update(element, node) {
    var role = node.role, name = node.name || '', style = element.style;
    element.node = node;
    if (role === 'listitem' && !name) {
      // Holds others.
    } else if (TEXTUAL[role]) {
      if (element.textContent !== name) element.textContent = name;
    } else if (name && role !== 'alert' && role !== 'status' && role !== 'row') {
      set(element, 'aria-label', name);
      if (role === 'group') set(element, 'role', 'group');
    } else if (role !== 'combobox') {
      element.removeAttribute('aria-label');
    }
    if (role === 'combobox') {
      if (element.textContent !== (node.value || '')) element.textContent = node.value || '';
      set(element, 'aria-expanded', has(node, EXPANDED));
      set(element, 'aria-activedescendant', node.active ? 'n' + node.active : '');
    } else if (has(node, EXPANDABLE)) {
      set(element, 'aria-expanded', has(node, EXPANDED));
    }
    if (role === 'switch' || role === 'radio') set(element, 'aria-checked', has(node, CHECKED));
    if (role === 'option') set(element, 'aria-selected', has(node, CHECKED));
    if (role === 'progressbar') {
      set(element, 'aria-valuenow', node.value || '0');
      set(element, 'aria-valuemin', '0');
      set(element, 'aria-valuemax', '100');
    }
    if (role === 'slider') {
      ['now', 'min', 'max'].forEach(function (name, i) { set(element, 'aria-value' + name, node.range[i]); });
      set(element, 'aria-valuetext', node.value);
    }
    if (role === 'link') set(element, 'aria-current', has(node, CURRENT) ? 'page' : '');
    if (role === 'button') set(element, 'aria-current', has(node, CURRENT) ? 'true' : '');
    if (role === 'textbox') {
      // Never while the person types: theirs is newer.
      if (element.value !== (node.value || '') && !element.composing) element.value = node.value || '';
      set(element, 'aria-invalid', has(node, INVALID) ? 'true' : '');
      if (has(node, EXPANDABLE)) {  // what is found stands in a list below
        set(element, 'role', 'combobox');
        set(element, 'aria-autocomplete', 'list');
        set(element, 'aria-activedescendant', node.active ? 'n' + node.active : '');
      }
    }
    set(element, 'aria-description', node.description);
    set(element, 'aria-keyshortcuts', has(node, MOVABLE) ? 'Alt+ArrowLeft Alt+ArrowRight' : '');
    if (element.tagName === 'BUTTON') element.disabled = has(node, DISABLED);
    var tab = has(node, FOCUSABLE) ? 0 : -1;
    if (role === 'radio' && !has(node, CHECKED)) tab = -1;
    if (role === 'slider' && !has(node, CURRENT)) tab = -1;  // a week is one stop of the Tab key
    if (has(node, FOCUSABLE) || role === 'heading') element.tabIndex = tab;
    style.display = has(node, HIDDEN) ? 'none' : '';
    style.transform = 'translate(' + node.rect[0] + 'px,' + node.rect[1] + 'px)';
    style.width = Math.max(1, node.rect[2]) + 'px';
    style.height = Math.max(1, node.rect[3]) + 'px';
    if (role === 'textbox') {
      // Under a bar or out of the window, the mouse must not find it.
      var edit = node.edit, whole = node.rect;
      var out = [edit[1], whole[2] - edit[0] - edit[2], whole[3] - edit[1] - edit[3], edit[0]];
      style.clipPath = 'inset(' + out.map(function (n) { return Math.max(0, n) + 'px'; }).join(' ') + ')';
      style.pointerEvents = edit[2] > 8 && edit[3] > 8 ? 'auto' : 'none';
    }
    if (has(node, LIVE)) speak(element, node.value ? name + '. ' + node.value : name);
  }

  function speak(element, name) {
    // A region that was there before is read out; one that comes with its text often is not.
    if (element.spoken === name) return;
    element.spoken = name;
    setTimeout(function () { live.textContent = name; }, 50);
  }

  function order(parent, ids) {
    var next = parent.firstChild;
    ids.forEach(function (id) {
      var element = elements.get(id);
      if (!element) return;
      if (element === next) {
        next = next.nextSibling;
        return;
      }
      var active = document.activeElement;
      var held = element === active || element.contains(active);
      syncing = true;
      parent.insertBefore(element, next);
      if (held) active.focus({preventScroll: true});
      syncing = false;
    });
  }

  function focusOn(id) {
    var active = document.activeElement, wanted = id ? elements.get(id) : null;
    if (wanted && wanted === active) return;
    syncing = true;
    if (wanted) {
      if (wanted.tabIndex < 0 && !wanted.hasAttribute('tabindex')) wanted.tabIndex = -1;
      wanted.focus({preventScroll: true});
    } else if (active && root.contains(active)) {
      active.blur();
    }
    syncing = false;
  }

  // Where the keyboard goes when what had it is no more: to what stands in its
  // place now, or before it.
  function placeOf(element) {
    return Array.prototype.indexOf.call(root.querySelectorAll('[tabindex="0"]'), element);
  }

  function focusNear(place) {
    var all = root.querySelectorAll('[tabindex="0"]');
    var next = all[Math.min(place, all.length - 1)];
    if (next) next.focus({preventScroll: true});
  }

  function theme() {
    ['ground', 'ink', 'edge'].forEach(function (name, i) {
      var c = page.call('color', i) >>> 0;
      root.style.setProperty('--' + name, 'rgb(' + (c & 255) + ',' + (c >> 8 & 255) + ',' + (c >> 16 & 255) + ')');
    });
  }

  function idOf(target) {
    var element = target && target.closest ? target.closest('[data-id]') : null;
    return element ? Number(element.dataset.id) : 0;
  }

  function onKey(event) {
    var element = event.target, node = element.node;
    if (!node || event.isComposing || event.keyCode === 229) return;
    byPointer = false;
    if (event.ctrlKey || event.metaKey) return;  // the browser's and the system's
    var key = event.key, role = node.role;
    if (has(node, MOVABLE) && KEYS.movable.indexOf(key) >= 0) {
      event.preventDefault();
      act(node.id, KEY, (event.altKey ? 'Alt+' : '') + key);
      return;
    }
    if (event.altKey) return;
    if (role === 'combobox') {
      var letter = key.length === 1 && key !== ' ';
      if (letter || KEYS.combobox.indexOf(key) >= 0) {
        if (key === 'Escape' && !has(node, EXPANDED)) return;
        if (key === 'Backspace' && !has(node, EXPANDED)) return;
        if (key === 'Tab') {
          if (has(node, EXPANDED)) act(node.id, KEY, key);
          return;  // and on it goes
        }
        event.preventDefault();
        act(node.id, KEY, key);
      }
    } else if (role === 'textbox' && has(node, EXPANDABLE) && KEYS.textbox.indexOf(key) >= 0) {
      event.preventDefault();
      act(node.id, KEY, key);
    } else if (role === 'slider' && KEYS.slider.indexOf(key) >= 0) {
      event.preventDefault();
      act(node.id, KEY, event.shiftKey ? 'Shift+' + key : key);
    } else if (role === 'radio' && KEYS.radio.indexOf(key) >= 0) {
      event.preventDefault();
      act(node.id, KEY, key);
    } else if ((role === 'link' && key === 'Enter') || (role === 'radio' && key === ' ')) {
      event.preventDefault();
      act(node.id, ACTIVATE);
    }
  }

  return {
    start: function (mirror) {
      root = mirror;
      live = document.getElementById('live');
      elements.set(0, root);
      root.addEventListener('focusin', function (event) {
        var id = idOf(event.target);
        if (!syncing && id) act(id, FOCUS, byPointer ? 'pointer' : 'keyboard');
      });
      root.addEventListener('focusout', function (event) {
        var id = idOf(event.target);
        if (!syncing && id) act(id, BLUR);
      });
      root.addEventListener('click', function (event) {
        var element = event.target.closest('[data-id]');
        if (!element || !element.node || element.node.role === 'textbox') return;
        var role = element.node.role;
        if (has(element.node, FOCUSABLE) || role === 'option') act(element.node.id, ACTIVATE);
      });
      root.addEventListener('input', function (event) {
        if (!event.target.composing) act(idOf(event.target), SET_VALUE, event.target.value);
      });
      root.addEventListener('compositionstart', function (event) { event.target.composing = true; });
      root.addEventListener('compositionend', function (event) {
        event.target.composing = false;
        act(idOf(event.target), SET_VALUE, event.target.value);
      });
      root.addEventListener('keydown', onKey);
      document.addEventListener('keydown', function (event) {
        byPointer = false;
        if ((!event.ctrlKey && !event.metaKey) || event.altKey) return;
        var tag = event.target.tagName, key = event.key.toLowerCase();
        if (key === 'k' && !event.shiftKey) {
          event.preventDefault();
          page.call('shortcut', 2);
          page.wake();
          return;
        }
        if (tag === 'INPUT' || tag === 'TEXTAREA') return;  // the field's own
        var command = key === 'y' || (key === 'z' && event.shiftKey) ? 1 : key === 'z' ? 0 : -1;
        if (command < 0) return;
        event.preventDefault();
        page.call('shortcut', command);
        page.wake();
      }, true);
      document.addEventListener('pointerdown', function () { byPointer = true; }, true);
      // A focus that comes after the click is not the pointer's.
      document.addEventListener('click', function () { byPointer = false; });
      document.addEventListener('pointercancel', function () { byPointer = false; });
      // Where `overflow: clip` is not known, focusing may scroll the mirror.
      root.addEventListener('scroll', function () { root.scrollTop = root.scrollLeft = 0; });
    },

    apply: function (patch) {
      theme();
      var active = document.activeElement, place = -1;
      var goes = patch.gone.some(function (id) {
        var element = elements.get(id);
        return element && element.contains(active);
      });
      if (goes && root.contains(active)) place = placeOf(active);
      patch.gone.forEach(function (id) {
        var element = elements.get(id);
        if (!element) return;
        elements.delete(id);
        syncing = true;
        element.remove();
        syncing = false;
      });
      patch.nodes.forEach(function (node) {
        var element = elements.get(node.id);
        if (element && (element.dataset.role !== node.role)) {
          element.remove();
          element = null;
        }
        if (!element) {
          element = make(node);
          elements.set(node.id, element);
        }
        update(element, node);
      });
      patch.order.forEach(function (entry) {
        var parent = elements.get(entry[0]);
        if (parent) order(parent, entry[1]);
      });
      if (patch.focus !== undefined) focusOn(patch.focus);
      if (place >= 0 && !root.contains(document.activeElement)) focusNear(place);
      var heading = root.querySelector('h1');
      var title = heading ? heading.textContent + ' – Leadpact' : 'Leadpact';
      if (document.title !== title) document.title = title;
    },
    elements: elements,
  };
})();
