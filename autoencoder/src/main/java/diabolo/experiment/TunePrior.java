package diabolo.experiment;

import static diabolo.note.Checks.requireBetween;

/**
 * How the prior of tunes is trained on the codes of a trained network: the {@code prior} of an experiment's YAML.
 *
 * <pre>{@code
 * prior: {updates: 4000}
 * }</pre>
 *
 * @param updates of 128 runs of windows, 0 for no prior; to 1,000,000
 * @param width see {@link diabolo.model.DenoiserSpec}, and so are blocks and dropout
 */
public record TunePrior(int updates, int width, int blocks, double dropout) {

    public TunePrior {
        requireBetween("updates of the prior", updates, 0, 1_000_000);
    }

    boolean isAsked() {
        return updates > 0;
    }

    TunePrior withUpdates(int other) {
        return new TunePrior(other, width, blocks, dropout);
    }
}
