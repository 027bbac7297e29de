/**
 * The experiment on four voices, which goes beyond the lecture.
 *
 * <pre>{@code
 * ChoraleStudies.ENTRIES.forEach(entry -> System.out.println(entry.experimentName())); // four-voices
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.lecture.chorale.ChoraleStudies}.
 */
@NullMarked
package diabolo.lecture.chorale;

import org.jspecify.annotations.NullMarked;
