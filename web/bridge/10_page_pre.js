// The page's side of the border: one object, Module.leadpact. This file makes
// it and drives frames; the files after it add the mirror, files, storage and
// letters.
//
// There is no permanent loop: a frame is drawn when something happened, three
// of them each time (ImGui needs one to see a press and one to show it), then
// while something moves, and then none.
Module['leadpact'] = (function () {
  var heap, doubles;
  var pending = false, framesLeft = 0, timer = 0, drawn = 0, dead = false, begun = false;
  var turn = new MessageChannel(), working = false;  // of work that goes on between frames
  var size = null;          // exact device pixels, where the browser tells them
  var decoder = new TextDecoder(), encoder = new TextEncoder();
  var canvas, root;

  function call(name) {
    return Module['_leadpact_' + name].apply(null, Array.prototype.slice.call(arguments, 1));
  }

  var self = {
    frames: 0,              // drawn so far; tests see that it rests
    ready: false,

    text: function (pointer, length) {
      // A copy: TextDecoder refuses memory that may grow.
      return decoder.decode(self.bytes(pointer, length));
    },
    // Pointers from 2 GB on come as negative numbers.
    bytes: function (pointer, length) {
      pointer >>>= 0;
      return heap().slice(pointer, pointer + length);
    },
    call: call,

    // Into the inbox of page.cc. False when there is no memory for it.
    put: function (value) {
      var bytes = typeof value === 'string' ? encoder.encode(value) : value;
      var pointer = call('put', bytes.length) >>> 0;
      if (!pointer) return false;
      heap().set(bytes, pointer);
      return true;
    },
    heap: function () { return heap(); },

    wake: function () {
      framesLeft = 3;
      request();
    },
    say: function (sentence) {
      call('clear_inbox');
      self.put(sentence);
      call('say');
      self.wake();
    },
    start: function (heapOf, doublesOf, graphics) {
      heap = heapOf;
      doubles = doublesOf;
      if (graphics) remember(graphics);
      canvas = document.getElementById('canvas');
      root = document.getElementById('page');
      self.mirror.start(document.getElementById('mirror'));
      self.files.start();
      turn.port1.onmessage = onTimer;
      listen();
      var random = crypto.getRandomValues(new Uint32Array(2));
      call('begin', random[0], random[1]);
      begun = true;
      loadFont();
      self.wake();
    },
    noGraphics: function () {
      dead = true;
      document.documentElement.classList.add('no-graphics');
    },
  };

  // Each frame ImGui asks what the context's state is, to leave it so; and each answer waits until
  // all before it is drawn. Nobody else draws here: what it was the first time, it is.
  function remember(graphics) {
    var ask = graphics.getParameter, answers = new Map();
    graphics.getParameter = function (name) {
      if (!answers.has(name)) answers.set(name, ask.call(graphics, name));
      return answers.get(name);
    };
  }

  function request() {
    if (pending || dead || !begun) return;
    pending = true;
    requestAnimationFrame(frame);
  }

  function frame(time) {
    pending = false;
    if (dead) return;
    view();
    drawn = performance.now();
    var at = call('frame', time / 1000, Date.now(), -new Date().getTimezoneOffset()) >> 3;
    var moving = doubles()[at] === 1, pointer = doubles()[at + 1], length = doubles()[at + 2];
    var next = doubles()[at + 3];
    if (length > 0) self.mirror.apply(JSON.parse(self.text(pointer, length)));
    ++self.frames;
    if (!self.ready) {
      self.ready = true;
      document.documentElement.classList.add('ready');
    }
    if (framesLeft > 0) --framesLeft;
    if (framesLeft > 0 || moving) request();
    plan(next);
  }

  // A message comes at once, and in a hidden tab too, where timers wait.
  function plan(milliseconds) {
    clearTimeout(timer);
    if (milliseconds === 1) {
      if (!working) turn.port2.postMessage(0);
      working = true;
    } else if (milliseconds > 0) {
      timer = setTimeout(onTimer, Math.min(milliseconds, 0x7fffffff));
    }
  }

  function onTimer() {
    // In a hidden tab there are no frames, and saving must go on.
    working = false;
    var next = call('tick', Date.now(), -new Date().getTimezoneOffset());
    plan(next);
    // In the middle of work some frames a second show how far it is.
    if (next !== 1) self.wake();
    else if (performance.now() - drawn > 150) request();
  }

  function is(query) { return matchMedia(query).matches ? 1 : 0; }

  function view() {
    var box = root.getBoundingClientRect();
    var width = Math.max(1, box.width), height = Math.max(1, box.height);
    var ratio = window.devicePixelRatio || 1;
    var w = Math.round(width * ratio), h = Math.round(height * ratio);
    // The browser's own count of device pixels, if it is of this size.
    if (size && Math.abs(size.w - w) <= 1 && Math.abs(size.h - h) <= 1) {
      w = size.w;
      h = size.h;
    }
    call('view', width, height, w, h, is('(prefers-color-scheme: dark)'),
         is('(prefers-reduced-motion: reduce)'),
         is('(prefers-contrast: more)') || is('(forced-colors: active)'));
  }

  function watchRatio() {
    // Zooming changes it; a query is about one value only, so ask anew each time.
    var query = matchMedia('(resolution: ' + (window.devicePixelRatio || 1) + 'dppx)');
    if (query.addEventListener) {
      query.addEventListener('change', function () { watchRatio(); self.wake(); }, {once: true});
    }
  }

  function resized(entries) {
    var box = entries[0].devicePixelContentBoxSize;
    size = box ? {w: box[0].inlineSize, h: box[0].blockSize} : null;
    if (!begun || dead) return;
    // In this very task: else the old picture would be stretched for a moment.
    framesLeft = 3;
    frame(performance.now());
    request();
  }

  function listen() {
    var observer = new ResizeObserver(resized);
    try {
      observer.observe(root, {box: 'device-pixel-content-box'});
    } catch (e) {
      observer.observe(root);
    }
    watchRatio();
    ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)',
     '(prefers-contrast: more)', '(forced-colors: active)'].forEach(function (query) {
      var media = matchMedia(query);
      if (media.addEventListener) media.addEventListener('change', self.wake);
    });
    document.addEventListener('wheel', onWheel, {passive: false});
    canvas.addEventListener('mousedown', function (event) {
      // The press decides itself what has the keyboard; the canvas never does.
      event.preventDefault();
      window.focus();
    });
    canvas.addEventListener('contextmenu', function (event) { event.preventDefault(); });
    canvas.addEventListener('webglcontextlost', function (event) {
      event.preventDefault();
      call('hidden');
      call('context', 1);
    });
    canvas.addEventListener('webglcontextrestored', function () {
      call('context', 0);
      self.wake();
    });
    document.addEventListener('visibilitychange', function () {
      if (document.visibilityState === 'hidden') call('hidden');
      else self.wake();
    });
    window.addEventListener('pagehide', function () { call('hidden'); });
  }

  function onWheel(event) {
    if (event.ctrlKey || dead) return;  // zooming is the browser's
    var part = event.deltaMode === 1 ? 1 / 3 : event.deltaMode === 2 ? 8 : 1 / 100;
    var right = event.deltaX * part, down = event.deltaY * part;
    if (call('wheel', right, down)) {
      event.preventDefault();
      self.wake();
    }
  }

  function loadFont() {
    // Fields being edited are the browser's: they are to look like ours.
    var at = call('font') >> 3;
    var bytes = self.bytes(doubles()[at + 1], doubles()[at + 2]);
    if (!bytes.length || !window.FontFace) return;
    new FontFace('Leadpact', bytes.buffer).load().then(function (face) {
      document.fonts.add(face);
    }, function () {});
  }

  window.leadpact = self;
  return self;
})();
