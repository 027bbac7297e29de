package diabolo.midi;

/** A kind of event that notes do not represent; in the order of their names. */
enum LeftOut {
    CHANNEL_PRESSURES("channel pressures"),
    CONTROLLERS("controllers"),
    KEY_PRESSURES("key pressures"),
    OTHER_META_EVENTS("other meta events"),
    PITCH_BENDS("pitch bends"),
    SYSTEM_EXCLUSIVE("system-exclusive messages"),
    TEXTS("texts and lyrics");

    private final String plural;

    LeftOut(String plural) {
        this.plural = plural;
    }

    /** As a finding names them. */
    String plural() {
        return plural;
    }
}
