/**
 * Music and figures to see: piano rolls, curves and bars, as SVG and as PNG. It stands at the end of the flow, beside the
 * sound. A picture says once how it is laid out, in words of a small {@link diabolo.picture.Canvas}; two canvases, one that
 * writes SVG and one that paints pixels, make sure that both files show the same.
 *
 * <pre>{@code
 * NoteSequence piece = MidiReader.read(Path.of("blues.mid"));
 * PianoRollPicture.of(piece).writePng(Path.of("blues.png"));
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.picture.Picture}, {@link diabolo.picture.PianoRollPicture},
 * {@link diabolo.picture.Canvas}.
 */
@NullMarked
package diabolo.picture;

import org.jspecify.annotations.NullMarked;
