package diabolo.experiment;

import static diabolo.note.Checks.require;

import diabolo.corpus.MissingBass;
import diabolo.corpus.OtherMeters;
import diabolo.experiment.diffusion.FaderSettings;
import diabolo.experiment.diffusion.PriorSettings;
import diabolo.model.ModelSpec;
import diabolo.note.Quoted;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.training.Excerpts;
import diabolo.training.RollTransposition;
import diabolo.training.Scope;
import diabolo.training.Stage;
import diabolo.training.TokenTransposition;
import diabolo.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A training from the data to the model: corpus, format, network, training, seed. Held as YAML with only what differs from the
 * {@link #defaults} of its format; see {@link ExperimentCatalog}.
 *
 * <pre>{@code
 * ExperimentSpec spec = ExperimentCatalog.find("melody-2bar").withEpochs(20);
 * TrainingPlan plan = spec.plan();
 * }</pre>
 *
 * @param name content, length, size: {@code ragtime-deephear}
 * @param corpus folders in the data folder, with plus signs between; used where no other is named
 * @param split which examples are held out
 * @param heldOutShare the share of the pieces kept for measuring where they are chosen by chance, 0 to below 1
 * @param pretraining of a dense network's layers
 * @param prior of tunes, of models of melodies, and of grooves, of models of drums
 * @param faders of models of melodies
 * @param beatsPerMinute the tempo in which the model writes
 */
public record ExperimentSpec(
        String name,
        String corpus,
        Format format,
        Split split,
        double heldOutShare,
        Network network,
        Pretraining pretraining,
        Training training,
        PriorSettings prior,
        FaderSettings faders,
        double beatsPerMinute,
        long seed) {

    /** Which examples are held out. */
    public enum Split {
        /** Pieces chosen by chance. */
        BY_CHANCE,
        /** Those that the data name: in {@code info.csv}, by names that begin with {@code test-}; by chance if there are none. */
        AS_PUBLISHED
    }

    /** Training holds each about five times, four bytes each: 6 GB. */
    private static final long MOST_WEIGHTS = 300_000_000;

    /** What the YAML of a format and a family of networks differs from; of a family that the format's networks have none of, the format's. */
    static ExperimentSpec defaults(String kind, String family) {
        ExperimentSpec ofFormat = defaults(kind);
        return family.equals(Network.Convolutional.NAME) && !(ofFormat.format() instanceof Format.Lines)
                ? ofFormat.withNetwork(Network.Convolutional.NEW_TYPES).withPretraining(Pretraining.NONE)
                : ofFormat;
    }

    /** What the YAML of a format differs from: that of piano rolls has DeepHear's settings, that of lines MusicVAE's. */
    static ExperimentSpec defaults(String kind) {
        return switch (kind) {
            case "PIANO_ROLL" -> ExperimentCatalog.complete("defaults-piano-roll");
            case "IMAGES" ->
                defaults("PIANO_ROLL")
                        .withFormat(new Format.Images(28, 28))
                        .withPretraining(Pretraining.NONE)
                        .withSplit(Split.AS_PUBLISHED);
            case "MELODY" -> ExperimentCatalog.complete("defaults-melody");
            case "DRUMS" -> defaults("MELODY").withFormat(new Format.Drums(2, "4/4", OtherMeters.REFUSED));
            case "TRIO" ->
                defaults("MELODY").withFormat(new Format.Trio(2, "4/4", OtherMeters.REFUSED, MissingBass.REFUSED));
            default ->
                throw new IllegalArgumentException(
                        "format.kind cannot be '%s'; choose one of PIANO_ROLL, MELODY, DRUMS, TRIO, IMAGES"
                                .formatted(Quoted.of(kind)));
        };
    }

    public ExperimentSpec {
        require(
                name.matches("[a-z0-9][a-z0-9._-]*"),
                "name must be of small letters, digits, dots, dashes and underscores, was " + name);
        require(
                heldOutShare >= 0 && heldOutShare < 1,
                "heldOutShare must be at least 0 and below 1, was " + heldOutShare);
    }

    /**
     * Holds every number against the rules of what it is for, before anything is read or written.
     *
     * @throws IllegalArgumentException naming the number and the rule
     */
    public void requireUsable() {
        if (format instanceof Format.Music music) {
            music.corpusSpec();
        }
        require(
                prior.updates() == 0
                        || ((format instanceof Format.Melody || format instanceof Format.Drums)
                                && model().bottleneck().isVariational()),
                "a prior is of codes of melodies or drums with a Gaussian bottleneck, and %s is of another kind; set updates of the prior to 0"
                        .formatted(name));
        require(
                faders.updates() == 0
                        || (format instanceof Format.Melody
                                && model().bottleneck().isVariational()),
                "faders are of codes of melodies with a Gaussian bottleneck, and %s is of another kind; set updates of the faders to 0"
                        .formatted(name));
        long weights = plan().model().weightCount();
        require(
                weights <= MOST_WEIGHTS,
                "a network %s has %d weights, and training fits into memory up to %d; choose smaller hiddenSizes, or fewer units"
                        .formatted(model().shape(), weights, MOST_WEIGHTS));
    }

    /** The folders or files of its training data. */
    public List<String> corpora() {
        return List.of(corpus.split("\\+"));
    }

    public ModelSpec model() {
        return network.of(format);
    }

    /** Layers one by one, then lessons, then the whole. */
    public TrainingPlan plan() {
        ModelSpec model = model();
        List<Stage> stages = new ArrayList<>();
        int layers = pretraining.by() == Pretraining.By.NONE ? 0 : model.layers();
        for (int layer = 0; layer < layers; layer++) {
            String title = "stage %d of %d".formatted(layer + 1, layers);
            stages.add(Stage.layer(title, layer, pretraining.objective(training.loss()), pretraining.schedule()));
        }
        Excerpts whole = Excerpts.WHOLE.with(transposition());
        for (Training.Lesson lesson : training.curriculum()) {
            Excerpts excerpts = new Excerpts(stepsPerBar(), lesson.bars(), whole.transposition());
            stages.add(new Stage(
                    lesson.title(),
                    Scope.WHOLE,
                    training.objective(excerpts.steps(model.steps()), model.steps()),
                    training.schedule(lesson),
                    excerpts));
        }
        stages.add(Stage.whole(training.objective(1, 1), training.schedule())
                .named(layers == 0 ? "training" : "fine-tuning")
                .with(whole));
        return new TrainingPlan(model, network.initialization(), stages, seed);
    }

    private int stepsPerBar() {
        return format instanceof Format.Lines lines ? lines.representation().stepsPerBar() : 1;
    }

    private diabolo.training.Transposition transposition() {
        if (training.transposition() == 0) {
            return TokenTransposition.NONE;
        }
        return switch (format) {
            case Format.Lines lines -> TokenTransposition.of(training.transposition(), lines.representation());
            case Format.PianoRoll roll -> new RollTransposition(training.transposition(), roll.representation());
            case Format.Images _ ->
                throw new IllegalArgumentException(
                        "images are in no key, so transposition must be 0, was " + training.transposition());
        };
    }

    /** The representation of its windows. */
    public Representation representation() {
        if (format instanceof Format.Music music) {
            return music.representation();
        }
        throw new IllegalArgumentException("%s is trained on images and not on music".formatted(name));
    }

    TokenRepresentation tokens() {
        if (format instanceof Format.Lines lines) {
            return lines.representation();
        }
        throw new IllegalArgumentException("%s is not trained on tokens".formatted(name));
    }

    PianoRoll pianoRoll() {
        if (format instanceof Format.PianoRoll roll) {
            return roll.representation();
        }
        throw new IllegalArgumentException("%s is not trained on piano rolls".formatted(name));
    }

    /** With music of one's own, of which more meters are taken than of the corpora that the shipped models were trained on. */
    public ExperimentSpec withCorpus(String other) {
        Format taken = format instanceof Format.Lines lines ? lines.grouped() : format;
        return with(other, taken, split, network, pretraining, training, seed);
    }

    public ExperimentSpec withFormat(Format other) {
        return with(corpus, other, split, network, pretraining, training, seed);
    }

    public ExperimentSpec withSplit(Split other) {
        return with(corpus, format, other, network, pretraining, training, seed);
    }

    public ExperimentSpec withNetwork(Network other) {
        return with(corpus, format, split, other, pretraining, training, seed);
    }

    /**
     * Layers of other sizes.
     *
     * @throws IllegalArgumentException if the network is not dense
     */
    ExperimentSpec withHiddenSizes(List<Integer> sizes) {
        return withNetwork(dense().withHiddenSizes(sizes));
    }

    /** A network whose larger hidden layers have so many units. */
    ExperimentSpec withLayersOfAtMost(int units) {
        return withHiddenSizes(dense().hiddenSizes().stream()
                .map(size -> Math.min(size, units))
                .toList());
    }

    private Network.Dense dense() {
        return switch (network) {
            case Network.Dense dense -> dense;
            case Network.Convolutional _, Network.Recurrent _ ->
                throw new IllegalArgumentException(
                        "hiddenSizes are of dense networks, and that of %s is another".formatted(name));
        };
    }

    /** A code of another size. */
    ExperimentSpec withCodeSize(int codeSize) {
        return withNetwork(network.withCodeSize(codeSize));
    }

    public ExperimentSpec withPretraining(Pretraining other) {
        return with(corpus, format, split, network, other, training, seed);
    }

    public ExperimentSpec withTraining(Training other) {
        return with(corpus, format, split, network, pretraining, other, seed);
    }

    /** Another length of the training of the whole. */
    public ExperimentSpec withEpochs(int epochs) {
        return withTraining(training.withEpochs(epochs));
    }

    public ExperimentSpec withSeed(long other) {
        return with(corpus, format, split, network, pretraining, training, other);
    }

    /** With no piece held out. */
    ExperimentSpec withNothingHeldOut() {
        return new ExperimentSpec(
                name, corpus, format, split, 0, network, pretraining, training, prior, faders, beatsPerMinute, seed);
    }

    private ExperimentSpec with(
            String newCorpus,
            Format newFormat,
            Split newSplit,
            Network newNetwork,
            Pretraining newPretraining,
            Training newTraining,
            long newSeed) {
        return new ExperimentSpec(
                name,
                newCorpus,
                newFormat,
                newSplit,
                heldOutShare,
                newNetwork,
                newPretraining,
                newTraining,
                prior,
                faders,
                beatsPerMinute,
                newSeed);
    }
}
