package diabolo.report;

/** Training data and held-out data. */
public sealed interface Material permits Music, Images, Material.None {

    /** Of an experiment whose chapters find their own. */
    Material NONE = new None();

    /** Nothing. */
    record None() implements Material {}
}
