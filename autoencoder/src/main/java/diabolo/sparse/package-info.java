/**
 * Sparse coding: examples as sums of few elements of a dictionary that is learned from them, with an inference of its own in place of
 * an encoder. It knows nothing of music or images; examples are arrays of floats, [examples][dimensions].
 *
 * <pre>{@code
 * float[][] patches = new float[2_000][64]; // of pictures
 * float[][] whitened = Whitening.of(patches, 0.1).whiten(patches);
 * DictionaryLearning learning = new DictionaryLearning(192, new SparseCoding(0.3, 60), 200, 2_000, 0.2);
 * Dictionary dictionary = learning.learn(whitened, RandomSource.of(1), progress -> {});
 * float[][] codes = new SparseCoding(0.3, 200).encode(dictionary, whitened); // mostly zero
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.sparse.Dictionary}, {@link diabolo.sparse.SparseCoding}, {@link
 * diabolo.sparse.DictionaryLearning}.
 */
@NullMarked
package diabolo.sparse;

import org.jspecify.annotations.NullMarked;
