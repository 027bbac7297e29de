/** Measurements beside the peers; nothing here is published. Read {@link diabolo.bench.DenseTraining} first, {@link diabolo.bench.Results} last. */
@NullMarked
package diabolo.bench;

import org.jspecify.annotations.NullMarked;
