/**
 * The experiment on whole tunes, which goes beyond the lecture: sequences of codes by a diffusion model, measured beside real tunes.
 *
 * <pre>{@code
 * TuneStudies.ENTRIES.forEach(entry -> System.out.println(entry.experimentName())); // whole-tunes
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.lecture.tunes.TuneStudies}.
 */
@NullMarked
package diabolo.lecture.tunes;

import org.jspecify.annotations.NullMarked;
