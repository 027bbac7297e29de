/**
 * What is learned on the codes of a trained model, which stays as it is: a prior of whole tunes, and faders.
 *
 * <pre>{@code
 * try (LatentSpace space = LatentSpace.load(Path.of("models/melody-2bar"))) {
 *     Corpus corpus = CorpusFile.load(Path.of("tunes.corpus"));
 *     FaderTraining training = new FaderTraining(LinesInC.of(corpus, Set.copyOf(corpus.pieceNames())), space.network());
 *     Optional<Faders> faders = training.train(
 *             new FaderSettings(8_000, 128, 3),
 *             Optional.empty(),
 *             Optional.empty(),
 *             1,
 *             TrainingMonitor.SILENT,
 *             Path.of("faders.checkpoint"));
 * }
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.experiment.diffusion.PriorTraining}, {@link diabolo.experiment.diffusion.FaderTraining}.
 */
@NullMarked
package diabolo.experiment.diffusion;

import org.jspecify.annotations.NullMarked;
