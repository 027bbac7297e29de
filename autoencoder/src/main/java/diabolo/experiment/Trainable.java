package diabolo.experiment;

/**
 * A training that YAML describes: of a dense network on piano rolls, or of a recurrent one on tokens.
 *
 * <pre>{@code
 * switch (ExperimentCatalog.find("melody-2bar")) {
 *     case ExperimentSpec dense -> ...
 *     case SequenceSpec sequences -> ...
 * }
 * }</pre>
 */
public sealed interface Trainable permits ExperimentSpec, SequenceSpec {

    /** Content, length, size: {@code melody-2bar}. */
    String name();

    /** What it learns from, as shown to people. */
    String corpus();

    long seed();

    /**
     * Holds every number against the rules of what it is for, before anything is read or written.
     *
     * @throws IllegalArgumentException naming the number and the rule
     */
    void requireUsable();
}
