/**
 * Musical attributes as latent directions, learned as differences of means or disentangled from each other.
 *
 * <pre>{@code
 * try (LatentSpace space = LatentSpace.load(Path.of("models/melody-2bar"))) {
 *     Corpus tunes = CorpusFile.load(Path.of("tunes.corpus"));
 *     AttributeVector density = new AttributeLearning(space).learn(Descriptor.NOTE_DENSITY, tunes);
 *     density.write(Path.of("note-density.json"));
 * }
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.attribute.AttributeVector}, {@link diabolo.attribute.AttributeLearning}.
 */
@NullMarked
package diabolo.attribute;

import org.jspecify.annotations.NullMarked;
