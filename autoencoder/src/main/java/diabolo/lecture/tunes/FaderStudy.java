package diabolo.lecture.tunes;

import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Study;
import diabolo.report.Chapter;
import diabolo.report.page.KeyFigure;
import java.util.ArrayList;
import java.util.List;

/** Values asked for and got, of new melodies and of given ones, beside attribute vectors. */
record FaderStudy(Study study) implements Experiment {

    static final String NAME = "faders";
    static final List<String> DATA_SETS = WholeTunes.DATA_SETS;

    static final ExperimentSummary SUMMARY = ExperimentSummary.of(NAME, "Faders: ask for a value, get that value")
            .withLine("Faders: melodies of a density, range, contour, interval or syncopation that one asks for")
            .withIdea(
                    "An attribute vector moves a code into a direction; how far the music then goes, one sees afterwards.",
                    "A denoiser of codes with the wanted values as conditions makes codes whose music has them: the labels cost nothing, as any code can be decoded and measured.",
                    "It begins from noise for new melodies, and from a code with some noise for given ones; of eight candidates the nearest is taken, and varied until it is near enough.")
            .withLookFor(
                    "Points along the diagonal: what was asked for was got.",
                    "The same for attribute vectors, of which the nearest of 25 places along the line is taken: they reach nearly as much, but leave the key and are silent more often, and lose more of a melody.",
                    "Off the diagonal of the matrix: what else moves with what was asked for.")
            .withNext(
                    "A dense melody that rises",
                    "diabolo generate --model melody-2bar --set density=0.6,contour=rising")
            .withNext("A tune with few notes", "diabolo generate --set density=0.15")
            .withNext("A melody of yours, denser", "diabolo attribute set density=0.5 tune.mid")
            .withSources(
                    "M. Pettenò, A. I. Mezza, A. Bernardini, Conditional diffusion as latent constraints for controllable symbolic music generation, ISMIR 2025",
                    "J. Ho, T. Salimans, Classifier-free diffusion guidance, 2022",
                    "C. Meng et al., SDEdit: Guided image synthesis and editing with stochastic differential equations, ICLR 2022",
                    "A. Roberts et al., A hierarchical latent vector model for learning long-term structure in music, ICML 2018: section 5.4");

    @Override
    public ExperimentSummary summary() {
        return SUMMARY;
    }

    @Override
    public List<KeyFigure> keyFigures() {
        List<KeyFigure> figures = new ArrayList<>();
        for (String id : AskedAndGot.IDS) {
            figures.add(KeyFigure.of(
                            "correlation of asked and got, %s of new melodies".formatted(id),
                            "new." + id + ".r",
                            TWO_DECIMALS)
                    .against("vector", "newByVector." + id + ".r"));
        }
        for (String id : AskedAndGot.IDS) {
            figures.add(KeyFigure.of("the same of given melodies, %s".formatted(id), "given." + id + ".r", TWO_DECIMALS)
                    .against("vector", "givenByVector." + id + ".r"));
        }
        figures.add(KeyFigure.of("notes of given melodies that are kept", "given.kept", SHARE)
                .against("vector", "givenByVector.kept"));
        return figures;
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(new AskedAndGot(study));
    }

    @Override
    public String quickRemark() {
        return "Quick run: 20 melodies for each attribute instead of 200 new and 100 given ones.";
    }
}
