package diabolo.experiment;

/**
 * What an experiment is about: the beginning of its report.
 *
 * @param name as on the command line: {@code deephear}
 * @param claim the idea in two or three sentences
 */
public record ExperimentSummary(String name, String title, String claim) {}
