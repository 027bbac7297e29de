/**
 * What operations make, written to a folder for people: music as MIDI, sound and picture, images, and a page that shows a whole set.
 *
 * <p>Read these first: {@link diabolo.output.PieceFiles}, {@link diabolo.output.ContactSheet}.
 */
@NullMarked
package diabolo.output;

import org.jspecify.annotations.NullMarked;
