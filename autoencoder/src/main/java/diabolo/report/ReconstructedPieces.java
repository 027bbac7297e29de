package diabolo.report;

import diabolo.corpus.Window;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import java.util.List;

/** Pieces of music and their reconstructions by every network, to see and hear. */
public enum ReconstructedPieces implements Chapter {
    /** Of music that was held out, if any was. */
    UNSEEN,
    /** Of music that was learned: by networks that have learned too little to reconstruct other music. */
    LEARNED;

    private static final int SHOWN = 4;

    @Override
    public void write(Findings findings, Report report) {
        Music music = findings.music();
        List<Window> windows =
                switch (this) {
                    case UNSEEN -> music.unseenIfAny();
                    case LEARNED -> music.training();
                };
        int shown = Math.min(SHOWN, windows.size());
        report.section("Originals and reconstructions");
        if (this == LEARNED) {
            report.text(
                    "Windows of the training music: after so short a training little is left of those that were held out, as the figures above say.");
        }
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
