/** Measurements beside the peers; nothing here is published. Read {@link diabolo.bench.DeepHearTraining} first. */
@NullMarked
package diabolo.bench;

import org.jspecify.annotations.NullMarked;
