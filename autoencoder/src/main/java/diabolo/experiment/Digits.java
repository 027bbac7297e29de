package diabolo.experiment;

import diabolo.data.DataFingerprint;
import diabolo.image.GreyImages;
import diabolo.image.IdxReader;
import diabolo.model.Bottleneck;
import diabolo.model.CodeDistribution;
import diabolo.model.TrainableAutoencoder;
import diabolo.model.TrainingExamples;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The handwritten digits of MNIST, in the split in which they are published.
 *
 * @param fingerprint SHA-256 over both files
 */
public record Digits(GreyImages training, GreyImages test, String fingerprint) implements ExperimentData {

    private static final int KEPT_CODES = 500;
    private static final String TRAINING = "train-images-idx3-ubyte.gz";
    private static final String TEST = "t10k-images-idx3-ubyte.gz";

    /**
     * Reads a folder.
     *
     * @throws IOException if a file is not there, malformed, or of images of another size than the format's
     */
    static Digits read(Path folder, Format.Images format) throws IOException {
        GreyImages training = IdxReader.read(folder.resolve(TRAINING));
        GreyImages test = IdxReader.read(folder.resolve(TEST));
        for (GreyImages images : List.of(training, test)) {
            if (images.rows() != format.rows() || images.columns() != format.columns()) {
                throw new IOException(
                        "%s holds images of %d by %d, but %d by %d are needed; name a folder with these, or another format."
                                .formatted(folder, images.rows(), images.columns(), format.rows(), format.columns()));
            }
        }
        return new Digits(training, test, fingerprint(folder));
    }

    private static String fingerprint(Path folder) throws IOException {
        return DataFingerprint.ofFiles(List.of(folder.resolve(TRAINING), folder.resolve(TEST)));
    }

    @Override
    public String inWords() {
        return "%,d images to train on, %,d held out".formatted(training.count(), test.count());
    }

    @Override
    public List<Frames> trainingFrames() {
        return frames(training);
    }

    @Override
    public List<Frames> heldOutFrames() {
        return frames(test);
    }

    private static List<Frames> frames(GreyImages images) {
        return Arrays.stream(images.pixels()).<Frames>map(Cells::new).toList();
    }

    /** Codes of some for a sparse network, whose new codes are sampled from them. Otherwise none: the similarity of digits is not reported. */
    @Override
    public TrainingExamples trainingExamples(TrainableAutoencoder network) {
        return switch (network.spec().bottleneck()) {
            case Bottleneck.Plain _, Bottleneck.Gaussian _ -> TrainingExamples.NONE;
            case Bottleneck.KSparse _, Bottleneck.WinnerTakeAll _ -> {
                GreyImages some = training.first(Math.min(training.count(), KEPT_CODES));
                List<TrainingExamples.Place> places = IntStream.range(0, some.count())
                        .mapToObj(image -> new TrainingExamples.Place("image %d".formatted(image + 1), 0))
                        .toList();
                yield new TrainingExamples(places, network.encode(frames(some)));
            }
        };
    }

    @Override
    public CodeDistribution codeDistribution(TrainableAutoencoder network) {
        return CodeDistribution.NONE;
    }

    /** The first of each, to see an experiment work. */
    Digits first(int wanted) {
        return new Digits(training.first(wanted), test.first(wanted), fingerprint);
    }
}
