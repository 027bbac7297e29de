/**
 * The experiment on ragtime for two hands, which goes beyond the lecture.
 *
 * <pre>{@code
 * RagtimeStudies.ENTRIES.forEach(entry -> System.out.println(entry.experimentName())); // ragtime
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.lecture.ragtime.RagtimeStudies}.
 */
@NullMarked
package diabolo.lecture.ragtime;

import org.jspecify.annotations.NullMarked;
