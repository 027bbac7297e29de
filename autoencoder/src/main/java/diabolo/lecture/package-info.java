/**
 * The lecture at work: all experiments in its order, and those whose settings stand in their code, by topic in the packages below.
 *
 * <pre>{@code
 * Lecture.all().forEach(entry -> System.out.println(entry.description()));
 * }</pre>
 *
 * <p>Read first: {@link diabolo.lecture.Lecture}.
 */
@NullMarked
package diabolo.lecture;

import org.jspecify.annotations.NullMarked;
