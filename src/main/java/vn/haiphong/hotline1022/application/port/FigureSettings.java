package vn.haiphong.hotline1022.application.port;

import java.util.List;

/** What the figures are counted by and is data (Giả định A-31). */
public interface FigureSettings {

    /** Below this number a share says little, and the board says so. */
    int smallNumber();

    /** Bounds of the columns "late by at most … days", rising. */
    List<Integer> lateDays();
}
