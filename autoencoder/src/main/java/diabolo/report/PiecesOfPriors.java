package diabolo.report;

import diabolo.latent.LatentSpace;
import java.io.IOException;
import java.util.List;

/** New pieces of the first network from several priors, to see and hear. */
public record PiecesOfPriors(String header, List<Selected> pieces) implements Chapter {

    /**
     * A piece.
     *
     * @param name in the report and of its file
     * @param number of the sample, 0 for the first of its prior
     */
    public record Selected(String name, SampledPrior prior, int number) {}

    public PiecesOfPriors {
        pieces = List.copyOf(pieces);
    }

    @Override
    public void write(Findings findings, Report report) throws IOException {
        report.section(header);
        try (LatentSpace space = findings.main().openSpace()) {
            for (Selected piece : pieces) {
                NewPieces.show(
                        space.generate(CodeRegions.settings(piece.prior(), findings), piece.number()),
                        piece.name(),
                        "%s (code %s)".formatted(piece.name(), piece.prior().words()),
                        findings,
                        report);
            }
        }
    }
}
