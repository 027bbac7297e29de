/**
 * How pre-training builds deep networks, and what it is good for: the lecture's main construction, its methods, its effect, and what
 * replaced it.
 *
 * <pre>{@code
 * List<Experiments.Entry> entries = Pretraining.ENTRIES; // which diabolo.lecture.Lecture lists
 * }</pre>
 *
 * <p>Read first: {@link diabolo.lecture.pretraining.Pretraining}, then {@code Construction} and {@code EffectRun}.
 */
@NullMarked
package diabolo.lecture.pretraining;

import org.jspecify.annotations.NullMarked;
