package diabolo.report;

import diabolo.corpus.Window;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import java.util.List;

/** Pieces of music and their reconstructions by every network, to see and hear. */
public final class ReconstructedPieces implements Chapter {

    private static final int SHOWN = 4;

    @Override
    public void write(Findings findings, Report report) {
        Music music = findings.music();
        List<Window> windows = music.unseenIfAny();
        int shown = Math.min(SHOWN, windows.size());
        report.section("Originals and reconstructions");
        for (int i = 0; i < shown; i++) {
            Window window = windows.get(i * windows.size() / shown);
            report.piece(music.place(window), music.notes(window.frames()));
            for (TrainedVariant variant : findings.variants()) {
                Frames again =
                        variant.network().reconstruct(List.of(window.frames())).getFirst();
                report.piece(caption(findings, variant), music.notes(again));
            }
        }
    }

    private static String caption(Findings findings, TrainedVariant variant) {
        return findings.isComparison() ? "Its reconstruction: " + variant.words() : "Its reconstruction";
    }
}
