/**
 * The experiment on chords for melodies, which goes beyond the lecture: its own baseline for what networks make of melodies with chords.
 *
 * <pre>{@code
 * ChordStudies.ENTRIES.forEach(entry -> System.out.println(entry.experimentName())); // lead-sheet-chords
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.lecture.chords.ChordStudies}.
 */
@NullMarked
package diabolo.lecture.chords;

import org.jspecify.annotations.NullMarked;
