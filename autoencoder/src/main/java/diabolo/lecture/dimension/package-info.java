/**
 * Experiments on high dimension: why distances say little there, and how data of few degrees of freedom escape it.
 *
 * <pre>{@code
 * List<Experiments.Entry> entries = DimensionStudies.entries();
 * }</pre>
 *
 * <p>Points are arrays of floats, [points][dimensions], as {@code diabolo.projection} takes them. Read first: {@link
 * diabolo.lecture.dimension.DimensionStudies}.
 */
@NullMarked
package diabolo.lecture.dimension;

import org.jspecify.annotations.NullMarked;
