package vn.haiphong.hotline1022.adapter.dataprotection;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.application.privacy.ApplyRetention;
import vn.haiphong.hotline1022.application.privacy.ErasePersonalData;

@Tag("A-64")
@Tag("A-65")
class HousekeepingTest {

    private final ApplyRetention retention = mock(ApplyRetention.class);
    private final ErasePersonalData erase = mock(ErasePersonalData.class);
    private final Housekeeping housekeeping = new Housekeeping(retention, erase);

    @Test
    void what_fails_keeps_nothing_else_that_is_approved_from_being_done() {
        when(erase.ready()).thenReturn(List.of(1L, 2L));
        when(erase.carryOut(1)).thenThrow(new IllegalStateException("the power went"));
        when(retention.ready()).thenReturn(List.of(7L, 8L));
        doThrow(new IllegalStateException("the power went")).when(retention).carryOn(7L);

        housekeeping.goOn();

        verify(erase).carryOut(2);
        verify(retention).carryOn(8L);
    }

    @Test
    void a_database_that_is_away_for_a_moment_ends_nothing() {
        when(erase.ready()).thenThrow(new IllegalStateException("no connection"));
        when(retention.ready()).thenReturn(List.of(7L));

        housekeeping.goOn();

        verify(retention).carryOn(7L);
    }
}
