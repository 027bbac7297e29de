/**
 * Music and figures to see: piano rolls, curves and bars, as SVG and as PNG. It stands at the end of the flow, beside the
 * sound. A picture says once how it is laid out, in words of a small {@link diabolo.picture.Canvas}; two canvases, one that
 * writes SVG and one that paints pixels, make sure that both files show the same.
 *
 * <pre>{@code
 * PianoRollPicture.of(piece).writeSvg(Path.of("piece.svg"));
 * String inline = new CurvePicture("Loss", "epoch", "loss", Axis.LOGARITHMIC, List.of(training, heldOut)).toSvg();
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.picture.Picture}, {@link diabolo.picture.PianoRollPicture},
 * {@link diabolo.picture.Canvas}.
 */
@NullMarked
package diabolo.picture;

import org.jspecify.annotations.NullMarked;
