package diabolo.report;

/** Training data and held-out data. */
public sealed interface Material permits Music, Images {}
