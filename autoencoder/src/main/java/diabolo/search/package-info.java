/**
 * Codes looked for by search in the latent space: pieces that meet constraints, what follows a primer, an accompaniment for a melody.
 *
 * <p>Read these first: {@link diabolo.search.ConstrainedSearch}, {@link diabolo.search.Constraint}, {@link diabolo.search.Harmonizer},
 * {@link diabolo.search.Continuation}.
 */
@NullMarked
package diabolo.search;

import org.jspecify.annotations.NullMarked;
