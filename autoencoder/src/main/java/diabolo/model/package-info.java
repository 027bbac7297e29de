/**
 * Autoencoders: what a network is (a spec, which is data), and the network built from it, with its two floors: {@code
 * encode} and {@code decode} on plain arrays, and the same on tensors for those who train.
 *
 * <p>Read these first: {@link diabolo.model.DenseSpec}, {@link diabolo.model.Autoencoder}, {@link
 * diabolo.model.DenseAutoencoder}.
 */
@NullMarked
package diabolo.model;

import org.jspecify.annotations.NullMarked;
