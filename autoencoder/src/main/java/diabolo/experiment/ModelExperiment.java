package diabolo.experiment;

import diabolo.latent.LatentSpace;
import diabolo.report.Chapter;
import diabolo.report.Material;
import diabolo.report.TrainedVariant;
import diabolo.report.page.KeyFigure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a model that is trained already, with the music that it was held out from.
 *
 * @param folder that the model was loaded from
 */
record ModelExperiment(ModelStudy study, LatentSpace space, Path folder, Material material) implements Experiment {

    @Override
    public ExperimentSummary summary() {
        return study.summary();
    }

    @Override
    public String quickRemark() {
        return "Quick run: after so few samples the figures show what the experiment does, not its result.";
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return study.keyFigures();
    }

    @Override
    public List<Variant> variants() {
        return List.of((_, _) ->
                new TrainedVariant("", space.description().name(), space.network(), List.of(), Optional.of(folder)));
    }

    @Override
    public List<Chapter> chapters() {
        return study.chapters();
    }
}
