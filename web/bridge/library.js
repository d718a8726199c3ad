// Short forwards from C++ (js.h) to the one object, Module.leadpact, that the
// *_pre.js files make.
mergeInto(LibraryManager.library, {
  leadpact_js_start: function () {
    Module['leadpact'].start(
        function () { return HEAPU8; },
        function () { return HEAPF64; }, GLctx);
  },
  leadpact_js_wake: function () { Module['leadpact'].wake(); },
  leadpact_js_no_graphics: function () { Module['leadpact'].noGraphics(); },

  leadpact_js_choose_files: function () { Module['leadpact'].files.choose(); },
  leadpact_js_download: function (name, nameSize, bytes, size) {
    var l = Module['leadpact'];
    l.files.download(l.text(name, nameSize), l.bytes(bytes, size));
  },
  leadpact_js_print: function (name, nameSize, bytes, size) {
    var l = Module['leadpact'];
    l.files.print(l.text(name, nameSize), l.bytes(bytes, size));
  },
  leadpact_js_copy: function (said, saidSize, text, size) {
    var l = Module['leadpact'];
    l.files.copy(l.text(said, saidSize), l.text(text, size));
  },
  leadpact_js_picture: function (name, nameSize, x, y, width, height) {
    var l = Module['leadpact'];
    l.files.picture(l.text(name, nameSize), x, y, width, height);
  },

  leadpact_js_list_heads: function (ticket) { Module['leadpact'].store.list(ticket); },
  leadpact_js_load: function (ticket, id, idSize, revision) {
    var l = Module['leadpact'];
    l.store.load(ticket, l.text(id, idSize), revision);
  },
  leadpact_js_save: function (ticket, base, head, headSize, bytes, size) {
    var l = Module['leadpact'];
    l.store.save(ticket, base, JSON.parse(l.text(head, headSize)), l.bytes(bytes, size));
  },
  leadpact_js_quarantine: function (ticket, id, idSize, revision, bytes, size) {
    var l = Module['leadpact'];
    l.store.quarantine(ticket, l.text(id, idSize), revision, l.bytes(bytes, size));
  },
  leadpact_js_load_settings: function (ticket, name, nameSize) {
    var l = Module['leadpact'];
    l.store.loadSettings(ticket, l.text(name, nameSize));
  },
  leadpact_js_save_settings: function (ticket, name, nameSize, bytes, size, base, baseSize) {
    var l = Module['leadpact'];
    l.store.saveSettings(ticket, l.text(name, nameSize), l.bytes(bytes, size),
                         base && l.bytes(base, baseSize));
  },
  leadpact_js_load_data: function (ticket, id, idSize) {
    var l = Module['leadpact'];
    l.store.loadData(ticket, l.text(id, idSize));
  },
  leadpact_js_save_data: function (ticket, id, idSize, name, nameSize, bytes, size, now, base) {
    var l = Module['leadpact'];
    l.store.saveData(ticket, l.text(id, idSize), l.text(name, nameSize), bytes >>> 0, size, now,
                     base >>> 0);
  },
  leadpact_js_forget_data: function (ticket, id, idSize, number, base) {
    var l = Module['leadpact'];
    l.store.forgetData(ticket, l.text(id, idSize), number >>> 0, base >>> 0);
  },

  leadpact_js_draw_run: function (text, size, weight, em, picture) {
    var l = Module['leadpact'], drawn = l.letters.draw(l.text(text, size), weight, em);
    if (!drawn) return 0;
    HEAP32.set([drawn.width, drawn.height, drawn.left, drawn.top], picture >> 2);
    HEAPF32[(picture >> 2) + 4] = drawn.advance;
    HEAP32[(picture >> 2) + 5] = drawn.colored ? 1 : 0;
    return 1;
  },
  leadpact_js_copy_run: function (pixels, size) {
    HEAPU8.set(Module['leadpact'].letters.pixels.subarray(0, size), pixels);
  },
});
