package diabolo.lecture.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FunctionSpaceTest {

    @Test
    void whatIsSaidOfRegionsAndRoomFollowsFromTheDistances() {
        assertThat(FunctionSpace.verdict(0.3, 0.1, 0.2))
                .contains("the kinds end in different regions", "The pre-trained networks take less room");
        assertThat(FunctionSpace.verdict(0.21, 0.17, 0.11))
                .contains("the kinds end in different regions", "do not take less room");
        assertThat(FunctionSpace.verdict(0.15, 0.1, 0.2)).contains("do not end in different regions");
    }
}
