package diabolo.experiment;

import diabolo.latent.Prior;

/** Where AutoBach's codes are drawn from. */
enum AutoBachPrior {
    UNIFORM_1("uniform1", "uniform:1", "uniform from -1 to 1"),
    UNIFORM_10("uniform10", "uniform:10", "uniform from -10 to 10"),
    RANGE("range", "range", "uniform in each unit's real range"),
    NORMAL("normal", "normal", "normal, mean 0, deviation 1"),
    GAUSSIAN("gaussian", "gaussian", "normal, fitted to real codes");

    private final String metricName;
    private final String prior;
    private final String words;

    AutoBachPrior(String metricName, String prior, String words) {
        this.metricName = metricName;
        this.prior = prior;
        this.words = words;
    }

    /** What its metrics begin with. */
    String metricName() {
        return metricName;
    }

    Prior prior() {
        return Prior.parse(prior);
    }

    String words() {
        return words;
    }
}
