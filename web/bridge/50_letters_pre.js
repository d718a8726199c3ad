// Letters our fonts lack, drawn by the browser's own fonts into a small canvas
// (web/ui/glyphs.h): Japanese, Arabic with its joins, emoji.
Module['leadpact'].letters = (function () {
  var canvas = null, context = null;
  var FONTS = ' system-ui, "Noto Sans", "Noto Sans CJK JP", "Noto Sans Arabic", "Noto Color Emoji", sans-serif';

  function prepare(font) {
    context.font = font;
    context.textBaseline = 'alphabetic';
    context.textAlign = 'left';
    context.fillStyle = '#fff';
  }

  var self = {
    pixels: new Uint8Array(0),

    draw: function (text, weight, em) {
      if (!canvas) {
        canvas = document.createElement('canvas');
        context = canvas.getContext('2d', {willReadFrequently: true});
      }
      if (!context) return null;
      var font = ['400', '500', '700'][weight] + ' ' + em + 'px' + FONTS;
      prepare(font);
      var m = context.measureText(text);
      var left = Math.ceil(Math.max(0, m.actualBoundingBoxLeft)) + 1;
      var right = Math.ceil(Math.max(1, m.actualBoundingBoxRight)) + 1;
      var up = Math.ceil(Math.max(0, m.actualBoundingBoxAscent)) + 1;
      var down = Math.ceil(Math.max(0, m.actualBoundingBoxDescent)) + 1;
      var width = Math.min(2000, left + right), height = Math.min(600, up + down);
      canvas.width = width;
      canvas.height = height;
      prepare(font);  // a new size forgets it
      context.fillText(text, left, up);
      var pixels = context.getImageData(0, 0, width, height).data;
      var colored = false;
      for (var i = 0; i < pixels.length && !colored; i += 4) {
        // Drawn in white: any other opaque colour is the letter's own.
        colored = pixels[i + 3] > 200 &&
            (pixels[i] < 200 || pixels[i + 1] < 200 || pixels[i + 2] < 200);
      }
      if (!colored) {
        for (i = 0; i < pixels.length; i += 4) pixels[i] = pixels[i + 1] = pixels[i + 2] = 255;
      }
      self.pixels = new Uint8Array(pixels.buffer);
      return {width: width, height: height, left: -left, top: -up, advance: m.width, colored: colored};
    },
  };
  return self;
})();
