// The browser's store, carried out as the app's rules ask (architecture.md,
// Storage). IndexedDB directly: a save is one transaction that compares the
// head's revision with the one the edit began from.
//
//   heads        id -> {id, revision, format, title, details, saved_at}
//   snapshots    [id, revision] -> bytes
//   quarantine   [id, revision, when] -> bytes that could not be read
//   settings     'page', or the name of another record -> bytes
//   data         files of leads, where a person asked for them to be kept:
//                [id, 0] -> {since, last}, [id, number] -> {name, size},
//                [id, number, piece] -> bytes; `last`, the last number, is one
//                more with every change, so it tells the state of all
Module['leadpact'].store = (function () {
  var page = Module['leadpact'];
  var NAME = 'leadpact-v1', VERSION = 2;  // 2 has data
  var PIECE = 8 << 20, MOST_FILES = 500;
  var OK = 0, CONFLICT = 1, NOT_FOUND = 2, UNAVAILABLE = 3, FULL = 4, FAILED = 5;
  var opened = null;  // a promise of the database

  function open() {
    if (opened) return opened;
    opened = new Promise(function (resolve, reject) {
      var request;
      try {
        request = window.indexedDB.open(NAME, VERSION);
      } catch (error) {
        reject(unavailable(error));
        return;
      }
      request.onupgradeneeded = function () {
        ['heads', 'snapshots', 'quarantine', 'settings', 'data'].forEach(function (name) {
          if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
        });
      };
      request.onsuccess = function () {
        var database = request.result;
        // A newer page in another tab wants to change the database: let it.
        database.onversionchange = close;
        database.onclose = function () { opened = null; };
        resolve(database);
      };
      request.onerror = function () { reject(unavailable(request.error)); };
      request.onblocked = function () {
        reject(problem(FAILED, 'Another tab with an older Leadpact holds the store. Close it.'));
      };
    });
    opened.catch(function () { opened = null; });
    return opened;
  }

  function close() {
    var was = opened;
    opened = null;
    if (was) was.then(function (database) { database.close(); }, function () {});
  }

  function problem(code, message) {
    var error = new Error(message);
    error.answer = code;
    return error;
  }
  function unavailable(error) {
    return problem(UNAVAILABLE, (error && error.message) || 'This browser gives no storage here.');
  }

  // Runs `work(transaction, done)`; resolves with what `done` was given once the
  // transaction is complete. Nothing counts as saved before that.
  function transact(stores, mode, work) {
    return open().then(function (database) {
      return new Promise(function (resolve, reject) {
        var result, refused = null;
        var options = mode === 'readwrite' ? {durability: 'strict'} : {};
        var transaction = database.transaction(stores, mode, options);
        transaction.oncomplete = function () { resolve(result); };
        transaction.onerror = function () {};
        transaction.onabort = function () { reject(refused || transaction.error || problem(FAILED, 'The browser stopped the save.')); };
        work(transaction, function (value) { result = value; }, function (code, message) {
          refused = problem(code, message);
          transaction.abort();
        });
      });
    });
  }

  function attempt(stores, mode, work) {
    return transact(stores, mode, work).catch(function (error) {
      var name = error && error.name;
      if (error && error.answer !== undefined || name === 'QuotaExceededError') throw error;
      // Safari drops the connection of a tab in the background: close, reopen, once more.
      close();
      return transact(stores, mode, work);
    });
  }

  function answer(ticket, code, message, bytes, heads) {
    page.call('clear_inbox');
    if (!page.put(message || '') || !page.put(bytes || new Uint8Array(0)) ||
        !page.put(heads || new Uint8Array(0))) {
      page.call('clear_inbox');
      code = FAILED;
      page.put('There is not enough memory to read it.');
    }
    page.call('answer', ticket, code);
    page.wake();
  }

  function run(ticket, stores, mode, work, give) {
    attempt(stores, mode, work).then(function (result) {
      give(result);
    }, function (error) {
      var code = error.answer !== undefined ? error.answer
          : error.name === 'QuotaExceededError' ? FULL
          : error.name === 'SecurityError' ? UNAVAILABLE : FAILED;
      answer(ticket, code, error.message || String(error));
    });
  }

  function pack(heads) {
    var encoder = new TextEncoder(), parts = [];
    function number(value) { parts.push(new Uint8Array(new Float64Array([Number(value) || 0]).buffer)); }
    function text(value) {
      var bytes = encoder.encode(String(value === undefined ? '' : value));
      number(bytes.length);
      parts.push(bytes);
    }
    heads.forEach(function (head) {
      text(head.id);
      text(head.title);
      text(head.details);
      number(head.revision);
      number(head.format);
      number(head.saved_at);
    });
    var size = parts.reduce(function (sum, part) { return sum + part.length; }, 0);
    var all = new Uint8Array(size), at = 0;
    parts.forEach(function (part) { all.set(part, at); at += part.length; });
    return all;
  }

  // Everything of an agreement: arrays are compared from their beginning.
  function allOf(id) { return IDBKeyRange.bound([id], [id + '\0'], false, true); }

  // Takes what lies in the store, whatever it is, straight into the wasm heap.
  function dataReader(group) {
    var heads = [], head = null, got = 0, since = 0, last = 0;
    function spoil(why) {
      if (!head || head.details) return;
      if (head.begun) page.call('file_dropped', group);
      head.details = why;
    }
    function finish() {
      if (head && got !== head.format) spoil('parts of it are missing.');
      head = null;
    }
    return {
      take: function (key, value) {
        if (key.length === 2 && key[1] === 0) {
          since = value && Number(value.since) || 0;
          last = value && Number(value.last) || 0;
        } else if (key.length === 2) {
          finish();
          if (heads.length === MOST_FILES || !(key[1] > 0 && key[1] < 4e9)) return;
          var fine = value && typeof value.name === 'string' && value.name.length < 1000 &&
                     value.size >= 0 && value.size < 1.5 * (1 << 30);
          head = {id: '', title: fine ? value.name : 'A file', details: '', revision: key[1],
                  format: fine ? value.size : 0};
          heads.push(head);
          got = 0;
          page.call('clear_inbox');
          if (!fine) spoil('it is not what this page stores.');
          else if (!page.put(value.name) || !page.call('file_begin', group, value.size)) {
            spoil('there is not enough memory for it.');
          } else head.begun = true;
        } else if (head && !head.details && key[1] === head.revision) {
          if (!(value instanceof Uint8Array) || got + value.length > head.format) {
            spoil('parts of it are damaged.');
            return;
          }
          var pointer = value.length && page.call('file_room', group, value.length) >>> 0;
          if (!pointer && value.length) return spoil('there is not enough memory for it.');
          page.heap().set(value, pointer);
          got += value.length;
        }
      },
      heads: function () {
        finish();
        heads.unshift({id: '', title: '', revision: 0, format: last});
        heads.forEach(function (each) { each.saved_at = since; });
        return pack(heads);
      },
      drop: function () {
        heads.forEach(function (each) {
          if (each.begun && !each.details) page.call('file_dropped', group);
        });
      },
    };
  }

  // Goes on where what is kept is in the state that the page saw last.
  function changeData(data, id, base, file, now, refuse, go) {
    data.get([id, 0]).onsuccess = function (event) {
      var mark = event.target.result;
      if (!mark && file) return refuse(NOT_FOUND, 'The data were forgotten in another tab.');
      mark = mark || {since: now};
      if ((+mark.last || 0) !== base) return refuse(CONFLICT, '');
      // No number twice, not even after all was forgotten: another tab may still know it.
      mark.last = (base || now % 2e9) + (file ? 1 : 0);
      data.put(mark, [id, 0]);
      go(mark);
    };
  }

  return {
    list: function (ticket) {
      run(ticket, ['heads'], 'readonly', function (transaction, done) {
        transaction.objectStore('heads').getAll().onsuccess = function (event) {
          done(event.target.result);
        };
      }, function (heads) { answer(ticket, OK, '', null, pack(heads)); });
    },
    load: function (ticket, id, revision) {
      run(ticket, ['snapshots'], 'readonly', function (transaction, done) {
        transaction.objectStore('snapshots').get([id, revision]).onsuccess = function (event) {
          done(event.target.result);
        };
      }, function (bytes) {
        if (bytes === undefined) answer(ticket, NOT_FOUND, 'This state is not in the store.');
        else answer(ticket, OK, '', bytes);
      });
    },
    save: function (ticket, base, head, bytes) {
      run(ticket, ['heads', 'snapshots'], 'readwrite', function (transaction, done, refuse) {
        var heads = transaction.objectStore('heads');
        heads.get(head.id).onsuccess = function (event) {
          var stored = event.target.result;
          if ((stored ? stored.revision : 0) !== base) {
            refuse(CONFLICT, 'Another tab has saved this agreement meanwhile.');
            return;
          }
          transaction.objectStore('snapshots').put(bytes, [head.id, head.revision]);
          heads.put(head, head.id);
        };
      }, function () { answer(ticket, OK); });
    },
    quarantine: function (ticket, id, revision, bytes) {
      run(ticket, ['snapshots', 'quarantine'], 'readwrite', function (transaction) {
        // Moved, never lost: what cannot be read now may be read one day.
        transaction.objectStore('quarantine').put(bytes, [id, revision, Date.now()]);
        transaction.objectStore('snapshots').delete([id, revision]);
      }, function () { answer(ticket, OK); });
    },
    loadData: function (ticket, id) {
      var reader = null, any = false;
      run(ticket, ['data'], 'readonly', function (transaction) {
        if (reader) reader.drop();  // a second attempt
        reader = dataReader(-ticket);
        any = false;
        transaction.objectStore('data').openCursor(allOf(id)).onsuccess = function (event) {
          var cursor = event.target.result;
          if (!cursor) return;
          any = true;
          reader.take(cursor.key, cursor.value);
          cursor.continue();
        };
      }, function () {
        if (any) answer(ticket, OK, '', null, reader.heads());
        else answer(ticket, NOT_FOUND);
      });
    },
    // Piece after piece out of the heap, in one transaction: all of it is kept, or nothing.
    saveData: function (ticket, id, name, pointer, size, now, base) {
      run(ticket, ['data'], 'readwrite', function (transaction, done, refuse) {
        var data = transaction.objectStore('data');
        changeData(data, id, base, pointer, now, refuse, function (mark) {
          var number = mark.last;
          if (!pointer) return done([{saved_at: mark.since}]);
          data.put({name: name, size: size}, [id, number]);
          done([{saved_at: mark.since, revision: number}]);
          (function piece(from) {
            if (from >= size) return;
            var end = Math.min(from + PIECE, size);
            data.put(page.heap().slice(pointer + from, pointer + end), [id, number, from / PIECE])
                .onsuccess = function () { piece(end); };
          })(0);
        });
      }, function (heads) { answer(ticket, OK, '', null, pack(heads)); });
    },
    forgetData: function (ticket, id, number, base) {
      run(ticket, ['data'], 'readwrite', function (transaction, done, refuse) {
        var data = transaction.objectStore('data');
        if (!number) return data.delete(allOf(id));
        changeData(data, id, base, number, 0, refuse, function () {
          data.delete(IDBKeyRange.bound([id, number], [id, number + 1], false, true));
        });
      }, function () { answer(ticket, OK); });
    },
    loadSettings: function (ticket, name) {
      run(ticket, ['settings'], 'readonly', function (transaction, done) {
        transaction.objectStore('settings').get(name || 'page').onsuccess = function (event) {
          done(event.target.result);
        };
      }, function (bytes) {
        if (bytes === undefined) answer(ticket, NOT_FOUND);
        else answer(ticket, OK, '', bytes);
      });
    },
    saveSettings: function (ticket, name, bytes, base) {
      run(ticket, ['settings'], 'readwrite', function (transaction, done, refuse) {
        var settings = transaction.objectStore('settings'), key = name || 'page';
        settings.get(key).onsuccess = function (event) {
          var stored = event.target.result || [];
          if (base && (stored.length !== base.length ||
                       base.some(function (byte, i) { return byte !== stored[i]; }))) {
            refuse(CONFLICT, '');
          } else if (bytes.length) settings.put(bytes, key);
          else settings.delete(key);
        };
      }, function () { answer(ticket, OK); });
    },
  };
})();
