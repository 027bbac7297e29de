/**
 * The experiment on drums, which goes beyond the lecture: a learned prior of the codes of played grooves, beside real ones.
 *
 * <pre>{@code
 * GrooveStudies.ENTRIES.forEach(entry -> System.out.println(entry.experimentName())); // grooves
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.lecture.grooves.GrooveStudies}.
 */
@NullMarked
package diabolo.lecture.grooves;

import org.jspecify.annotations.NullMarked;
