/**
 * Codes looked for by search in the latent space: pieces that meet constraints, what follows a primer, an accompaniment for a melody.
 *
 * <pre>{@code
 * try (LatentSpace space = LatentSpace.load(Path.of("models/ragtime-deephear"))) {
 *     List<Constraint> constraints = List.of(new Constraint.InKey(Key.parse("G major")), new Constraint.Density(0.3));
 *     ConstrainedSearch search = ConstrainedSearch.of(space, constraints);
 *     GeneratedPiece piece = space.render(search.find(ConstrainedSearch.Settings.DEFAULT, 7, 0, done -> {}));
 * }
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.search.ConstrainedSearch}, {@link diabolo.search.Constraint}, {@link diabolo.search.Harmonizer},
 * {@link diabolo.search.Continuation}.
 */
@NullMarked
package diabolo.search;

import org.jspecify.annotations.NullMarked;
