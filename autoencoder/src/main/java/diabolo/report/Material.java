package diabolo.report;

/** What networks learned from, and what was held out. */
public sealed interface Material permits Music, Images {}
