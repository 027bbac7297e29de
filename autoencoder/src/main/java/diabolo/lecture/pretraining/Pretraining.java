package diabolo.lecture.pretraining;

import diabolo.experiment.Experiments;
import diabolo.experiment.LabelledDigits;
import java.util.List;

/** The experiments about pre-training. */
public final class Pretraining {

    private static final List<String> DIGITS = List.of(LabelledDigits.DATA_SET);

    public static final List<Experiments.Entry> ENTRIES = List.of(
            Experiments.Entry.study(
                    "pretraining",
                    "The lecture's main construction: two autoencoders, a softmax, fine-tuning",
                    DIGITS,
                    study -> new Construction(study, LabelledDigits.find(study.data()))),
            Experiments.Entry.study(
                    "pretraining-effect",
                    "Erhan et al. 2010: many seeds with and without, their paths in function space",
                    DIGITS,
                    study -> new Effect(study, LabelledDigits.find(study.data()))),
            Experiments.Entry.study(
                    "pretraining-methods",
                    "Autoencoders, denoising ones, Boltzmann machines or none, at 1 to 4 layers",
                    DIGITS,
                    study -> new Methods(study, LabelledDigits.find(study.data()))),
            Experiments.Entry.study(
                    "feature-hierarchy",
                    "What units of each layer respond to: four ways to look at them",
                    DIGITS,
                    study -> new Hierarchy(study, LabelledDigits.find(study.data()))),
            Experiments.Entry.study(
                    "regularization",
                    "Dropout, batch normalization, residual connections against pre-training",
                    DIGITS,
                    study -> new Regularization(study, LabelledDigits.find(study.data()))));

    private Pretraining() {}
}
