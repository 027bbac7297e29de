/**
 * Autoencoders: the spec of a network, as data, and the network built from it, with two levels of API: {@code encode} and {@code
 * decode} on plain arrays, and the same on tensors for training.
 *
 * <pre>{@code
 * ModelFolder model = ModelFolder.load(Path.of("models/melody-2bar"));
 * try (Autoencoder network = model.network()) {
 *     float[][] codes = new float[1][network.spec().codeSize()];
 *     List<Frames> window = network.decode(codes, Sampler.LIKELIEST);
 * }
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.model.DenseSpec}, {@link diabolo.model.Autoencoder}, {@link
 * diabolo.model.DenseAutoencoder}.
 */
@NullMarked
package diabolo.model;

import org.jspecify.annotations.NullMarked;
