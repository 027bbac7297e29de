/**
 * The experiments on tunes, which go beyond the lecture: sequences of codes by a diffusion model beside real tunes, and melodies with values
 * that are asked for.
 *
 * <pre>{@code
 * TuneStudies.ENTRIES.forEach(entry -> System.out.println(entry.experimentName())); // whole-tunes, faders
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.lecture.tunes.TuneStudies}.
 */
@NullMarked
package diabolo.lecture.tunes;

import org.jspecify.annotations.NullMarked;
