package diabolo.lecture.grooves;

import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Study;
import diabolo.report.Chapter;
import diabolo.report.page.KeyFigure;
import java.util.List;

/** Drums by a learned prior of the codes of the included model, beside played ones and by other priors. */
record Grooves(Study study) implements Experiment {

    static final String NAME = "grooves";
    static final List<String> DATA_SETS = List.of("drums-groove");

    static final ExperimentSummary SUMMARY = ExperimentSummary.of(NAME, "Grooves: which codes are played")
            .withLine("Grooves: a diffusion model of the codes of played drums, by style, with fills")
            .withIdea(
                    "A network that gives drums back exactly leaves holes between the codes of what was played: codes of N(0, I) fall into them, and their drums do not groove.",
                    "So the network stays as it is, and a second, small one learns which of its codes are played: it turns noise into a code step by step, as diffusion models turn noise into images.",
                    "The names of the files say the style, and what is a fill; both are conditions, each told by chance, so that it samples without them too.")
            .withLookFor(
                    "Backbeat, downbeats and the likeness of two bars: as far from real ones as N(0, I) is, or near.",
                    "Known phrases: below those of held-out drums, the prior does not copy.",
                    "The styles: funk with a backbeat, latin nearly without, as they are played.")
            .withNext("Eight bars of funk that end in a fill", "diabolo generate --style funk --bars 8 --fill")
            .withNext("The same network without the prior", "diabolo generate --model drums-2bar --prior normal")
            .withSources(
                    "J. Gillick, A. Roberts, J. Engel, D. Eck, D. Bamman, Learning to groove with inverse sequence transformations, ICML 2019",
                    "R. Rombach et al., High-resolution image synthesis with latent diffusion models, CVPR 2022",
                    "J. Ho, T. Salimans, Classifier-free diffusion guidance, 2022",
                    "J. Song, C. Meng, S. Ermon, Denoising diffusion implicit models, ICLR 2021");

    @Override
    public ExperimentSummary summary() {
        return SUMMARY;
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("snare on beats 2 and 4", "grooves.backbeat", SHARE)
                        .against("real", "real.backbeat"),
                KeyFigure.of("bars that begin with the kick", "grooves.kickOnDownbeat", SHARE)
                        .against("real", "real.kickOnDownbeat"),
                KeyFigure.of("likeness of two bars", "grooves.barLikeness", TWO_DECIMALS)
                        .against("real", "real.barLikeness"),
                KeyFigure.of("phrases of five onsets that are known", "grooves.knownShare", SHARE)
                        .against("real", "real.knownShare"));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(new GroovesBesideReal(study));
    }

    @Override
    public String quickRemark() {
        return "Quick run: the included prior instead of a new one, and 40 windows of each kind instead of 400.";
    }
}
