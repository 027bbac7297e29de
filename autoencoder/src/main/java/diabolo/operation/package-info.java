/**
 * Musical operations on a trained model, as data: an operation names its music and settings, and gives recipes on a {@link
 * diabolo.latent.LatentSpace}, or of pictures on an {@link diabolo.latent.ImageSpace}. The command line parses verbs into
 * operations, programs construct them, and JSON stores them.
 *
 * <pre>{@code
 * try (LatentSpace space = LatentSpace.load(Path.of("models/melody-2bar"))) {
 *     NoteSequence blues = MidiReader.read(Path.of("blues.mid"));
 *     Outcome outcome = new Vary(Source.of(blues), 2, 3).on(space);
 * }
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.operation.Operation}, {@link diabolo.operation.Source}, {@link diabolo.operation.Vary},
 * {@link diabolo.operation.OperationJson}.
 */
@NullMarked
package diabolo.operation;

import org.jspecify.annotations.NullMarked;
