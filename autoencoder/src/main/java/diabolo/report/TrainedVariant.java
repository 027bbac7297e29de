package diabolo.report;

import diabolo.latent.LatentSpace;
import diabolo.model.Autoencoder;
import diabolo.model.CellAutoencoder;
import diabolo.model.DenseAutoencoder;
import diabolo.model.RecurrentAutoencoder;
import diabolo.picture.Curve;
import diabolo.picture.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One of the networks that an experiment compares, trained.
 *
 * <pre>{@code
 * report.metric(variant.prefix() + "kl.bits", bits); // flat.kl.bits
 * try (LatentSpace space = variant.openSpace()) { ... }
 * }</pre>
 *
 * <p>Owns the network until closed.
 *
 * @param name before its metrics, with a dot; empty for the only one, or the one that a report is about
 * @param words as shown to people
 * @param losses along the training, of a unit that the experiment names
 * @param folder where it was saved as a model; empty where it was not
 */
public record TrainedVariant(String name, String words, Autoencoder network, List<Point> losses, Optional<Path> folder)
        implements AutoCloseable {

    public TrainedVariant {
        losses = List.copyOf(losses);
    }

    String prefix() {
        return name.isEmpty() ? "" : name + ".";
    }

    Curve curve() {
        return new Curve(words, losses);
    }

    DenseAutoencoder dense() {
        return network.dense().orElseThrow(() -> new IllegalStateException(words + " is not a dense network"));
    }

    CellAutoencoder cells() {
        return network.cells().orElseThrow(() -> new IllegalStateException(words + " is not a network of cells"));
    }

    RecurrentAutoencoder recurrent() {
        return network.recurrent().orElseThrow(() -> new IllegalStateException(words + " is not a recurrent network"));
    }

    /** The saved model with its training examples, for the caller to close. */
    LatentSpace openSpace() throws IOException {
        return LatentSpace.load(folder.orElseThrow(() -> new IllegalStateException(words + " was not saved")));
    }

    @Override
    public void close() {
        network.close();
    }
}
