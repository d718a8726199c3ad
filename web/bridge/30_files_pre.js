// Files: dropped anywhere, chosen or pasted, read in pieces straight into the
// wasm heap; and given back as a download.
Module['leadpact'].files = (function () {
  var page = Module['leadpact'];
  var PIECE = 8 << 20;
  var input, depth = 0, groups = 0;

  function megabytes(size) {
    return size >= 1 << 30 ? (size / (1 << 30)).toFixed(1) + ' GB'
                           : Math.ceil(size / (1 << 20)) + ' MB';
  }

  function refuse(name, why) { page.say('“' + name + '” was not opened. ' + why); }

  // Reads them piece by piece into the heap, then gives them at once, so that an agreement and its
  // data dropped together meet.
  async function give(list) {
    var files = [];
    for (var i = 0; i < list.length; i++) files.push(list[i]);
    var group = ++groups, arrived = 0;
    for (i = 0; i < files.length; i++) {
      var why = await read(files[i], group);
      if (why) refuse(files[i].name, why);
      else ++arrived;
    }
    page.call('files_given', group);
    if (arrived) page.wake();
  }

  // What keeps it from being read; nothing where all of it is.
  async function read(file, group) {
    if (file.size > 1.5 * (1 << 30)) {
      return 'It has ' + megabytes(file.size) + ', which is more than a browser can hold. Export ' +
             'fewer columns or a shorter time.';
    }
    var full = 'There is not enough memory for its ' + megabytes(file.size) +
               '. Close other tabs, or export fewer columns.';
    page.call('clear_inbox');
    if (!page.put(file.name) || !page.call('file_begin', group, file.size)) return full;
    try {
      var next = file.slice(0, PIECE).arrayBuffer();
      for (var from = 0; from < file.size; from += PIECE) {
        var piece = new Uint8Array(await next);
        next = file.slice(from + PIECE, from + 2 * PIECE).arrayBuffer();  // on its way meanwhile
        next.catch(function () {});  // said where it is waited for
        var pointer = page.call('file_room', group, piece.length) >>> 0;
        if (!pointer) {
          page.call('file_dropped', group);
          return full;
        }
        page.heap().set(piece, pointer);
      }
    } catch (e) {
      page.call('file_dropped', group);
      return 'The browser could not read it. If it is a folder or was moved, choose the file itself.';
    }
    return '';
  }

  // What is pasted while no field has the keyboard: files, or a table as text.
  function pasted(event) {
    var tag = event.target.tagName, data = event.clipboardData;
    if (!data || tag === 'INPUT' || tag === 'TEXTAREA') return;
    var text = data.getData('text/plain'), lines = text.split(/\r\n?|\n/, 2);
    var isTable = lines.length > 1 && ['\t', ',', ';', '|'].some(function (mark) {
      return lines[0].indexOf(mark) >= 0 && lines[1].indexOf(mark) >= 0;
    });
    if (!isTable && !data.files.length) return;
    event.preventDefault();
    give(isTable ? [new File([text], 'pasted.csv')] : data.files);
  }

  function hover(over) {
    page.call('hovering', over ? 1 : 0);
    page.wake();
  }

  function carriesFiles(event) {
    var types = event.dataTransfer && event.dataTransfer.types;
    return !!types && Array.prototype.indexOf.call(types, 'Files') >= 0;
  }

  return {
    start: function () {
      input = document.getElementById('file');
      input.addEventListener('change', function () {
        give(input.files).then(function () { input.value = ''; });
      });
      document.addEventListener('paste', pasted);
      document.addEventListener('dragenter', function (event) {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        if (++depth === 1) hover(true);
      });
      document.addEventListener('dragover', function (event) {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      });
      document.addEventListener('dragleave', function () {
        if (depth > 0 && --depth === 0) hover(false);
      });
      document.addEventListener('drop', function (event) {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        depth = 0;
        hover(false);
        give(event.dataTransfer.files);
      });
    },
    // Browsers open the dialog only shortly after a press; this runs in the frame after it.
    choose: function () { input.click(); },
    give: give,
    // A page of its own to print from; where no window may open, a file.
    print: function (name, bytes) {
      var url = URL.createObjectURL(new Blob([bytes], {type: 'text/html'}));
      var opened = null;
      try { opened = window.open(url); } catch (e) { /* a frame that may not */ }
      if (!opened) {
        page.files.download(name, bytes);
        page.say('The browser opened no window, so ' + name + ' was saved. Open and print it.');
        return;
      }
      try {
        opened.addEventListener('load', function () { opened.print(); });
      } catch (e) { /* from a file the window is a stranger: the person prints it */ }
      setTimeout(function () { URL.revokeObjectURL(url); }, 600000);
    },
    // Where the clipboard is not given to pages, the old way by a field that is selected.
    copy: function (said, text) {
      function oldWay() {
        var active = document.activeElement, field = document.createElement('textarea');
        field.value = text;
        document.body.appendChild(field);
        field.select();
        var done = document.execCommand('copy');
        field.remove();
        if (active && active.focus) active.focus({preventScroll: true});
        page.say(done ? said : 'The browser did not let the page copy. Save it as a file instead.');
      }
      try {
        navigator.clipboard.writeText(text).then(function () { page.say(said); }, oldWay);
      } catch (e) {
        oldWay();
      }
    },
    // Within the frame: later the canvas is empty.
    picture: function (name, x, y, width, height) {
      var canvas = document.getElementById('canvas');
      var ratio = canvas.width / document.getElementById('page').getBoundingClientRect().width;
      var out = document.createElement('canvas');
      out.width = Math.round(width * ratio);
      out.height = Math.round(height * ratio);
      out.getContext('2d').drawImage(canvas, -Math.round(x * ratio), -Math.round(y * ratio));
      out.toBlob(function (png) {
        if (!png) return page.say('The browser could not make a picture of it.');
        page.files.download(name, png);
        page.say(name + ' was given to the browser to save.');
      });
    },
    download: function (name, bytes) {
      var url = URL.createObjectURL(new Blob([bytes], {type: 'application/octet-stream'}));
      var a = document.createElement('a');
      a.href = url;
      a.download = name;
      a.click();
      setTimeout(function () { URL.revokeObjectURL(url); }, 60000);
    },
  };
})();
