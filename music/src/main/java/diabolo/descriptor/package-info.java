/**
 * Numbers that describe music, such as how many notes it has: what attribute vectors are learned by, and what is measured after they
 * are applied. Reads music on a grid, knows nothing of models.
 *
 * <p>Read this first: {@link diabolo.descriptor.Descriptor}.
 */
@NullMarked
package diabolo.descriptor;

import org.jspecify.annotations.NullMarked;
