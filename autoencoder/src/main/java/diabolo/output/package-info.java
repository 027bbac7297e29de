/**
 * What operations make, written to a folder for people: music as MIDI, sound and picture, images, and a page that shows a whole set.
 *
 * <pre>{@code
 * PieceFiles files = PieceFiles.in(Path.of("pieces"), Synthesizer.playing(SoundFont.find()));
 * try (LatentSpace space = LatentSpace.load(Path.of("models/ragtime-deephear"))) {
 *     GeneratedPiece piece = space.generate(SamplingSettings.DEFAULT, 0);
 *     files.write("rag-0001", piece.music(), piece.provenance());
 * }
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.output.PieceFiles}.
 */
@NullMarked
package diabolo.output;

import org.jspecify.annotations.NullMarked;
