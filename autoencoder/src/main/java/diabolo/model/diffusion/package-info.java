/**
 * Diffusion over sequences of codes: a learned prior of whole tunes on a model that stays as it is.
 *
 * <pre>{@code
 * DenoiserSpec spec = DenoiserSpec.of(8, 24, 4);
 * try (Denoiser denoiser = Denoiser.of(spec, spec.firstWeights(Initialization.GLOROT, RandomSource.of(1)))) {
 *     float[][] noise = new float[1][spec.frameSize()];
 *     int[][] kinds = {{0, 1, 2, 3, 4, 5, 6, 7}};
 *     new DdimSampler(50, 0).sample(denoiser, noise, Denoiser.Known.nothing(spec, 1), new float[1][4], kinds);
 * }
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.model.diffusion.SequencePrior}, {@link diabolo.model.diffusion.DdimSampler}.
 */
@NullMarked
package diabolo.model.diffusion;

import org.jspecify.annotations.NullMarked;
