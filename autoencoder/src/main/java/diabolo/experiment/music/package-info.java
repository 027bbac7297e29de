/**
 * What {@link diabolo.experiment.MusicEvaluation} measures of each kind of music: figures of a set of pieces beside those of real ones.
 *
 * <pre>{@code
 * MusicPieces made = MusicPieces.read(List.of(Path.of("made")));
 * MusicPieces real = MusicPieces.read(List.of(Path.of("real")));
 * MusicKind kind = MusicKind.of(made); // DRUMS
 * Report report = new Report("evaluate", "Drums beside real ones");
 * DrumsBesideReal.add(report, 2, made, real, Optional.empty());
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.experiment.music.MusicKind}, {@link diabolo.experiment.music.DrumsBesideReal}.
 */
@NullMarked
package diabolo.experiment.music;

import org.jspecify.annotations.NullMarked;
