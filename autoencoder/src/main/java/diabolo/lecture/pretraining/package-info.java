/**
 * How pre-training builds deep networks, and what it is good for: the lecture's main construction, its methods, its effect, and what
 * replaced it.
 *
 * <pre>{@code
 * Pretraining.ENTRIES; // listed by diabolo.lecture.Lecture
 * }</pre>
 *
 * <p>Read first: {@link diabolo.lecture.pretraining.Construction}, {@link diabolo.lecture.pretraining.Recipe}.
 */
@NullMarked
package diabolo.lecture.pretraining;

import org.jspecify.annotations.NullMarked;
