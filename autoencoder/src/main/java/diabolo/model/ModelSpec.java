package diabolo.model;

/**
 * What a network is: data from which it is built, and which lies beside its weights.
 *
 * <pre>{@code
 * ModelSpec spec = DenseSpec.DEEP_HEAR;
 * spec.frameSize(); // 5632
 * spec.codeSize();  // 16
 * }</pre>
 */
public sealed interface ModelSpec permits DenseSpec {

    /** How many numbers an example has. */
    int frameSize();

    /** How many numbers a code has: the waist of the diabolo. */
    int codeSize();
}
