/**
 * Gradient descent on codes through a decoder whose weights stay fixed: what a decoder of cells can be asked for.
 *
 * <pre>{@code
 * CodeSearch search = network.gradientSearch().orElseThrow();
 * CodeSearch.Found found = search.search(cells, targets, starts, new CodeSearch.Settings(500, 0.05), update -> {});
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.model.descent.CodeSearch}, {@link diabolo.model.descent.CellTargets}.
 */
@NullMarked
package diabolo.model.descent;

import org.jspecify.annotations.NullMarked;
