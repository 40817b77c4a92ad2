package vn.haiphong.hotline1022.domain.petition;

/** Where a petition stands, with the words the citizen sees (Giả định A-19). Internal steps look the same outside. */
public enum PetitionState {
    MOI(CitizenStatus.DA_GUI),
    CHO_BO_SUNG(CitizenStatus.CAN_BO_SUNG),
    TU_CHOI(CitizenStatus.KHONG_TIEP_NHAN),
    HUONG_DAN(CitizenStatus.DA_HUONG_DAN),
    GOP(CitizenStatus.DA_GOP),
    TAM_DONG(CitizenStatus.DA_KET_THUC),
    DA_TIEP_NHAN(CitizenStatus.DA_TIEP_NHAN),
    CHO_CO_QUAN(CitizenStatus.DANG_XU_LY),
    CHUYEN_TRA(CitizenStatus.DANG_XU_LY),
    DANG_XU_LY(CitizenStatus.DANG_XU_LY),
    CHO_DUYET(CitizenStatus.DANG_XU_LY),
    CHO_KIEM_TRA(CitizenStatus.DANG_XU_LY),
    DA_TRA_LOI(CitizenStatus.DA_TRA_LOI),
    MO_LAI(CitizenStatus.DANG_XU_LY),
    DONG(CitizenStatus.DA_KET_THUC);

    private final CitizenStatus citizenStatus;

    PetitionState(CitizenStatus citizenStatus) {
        this.citizenStatus = citizenStatus;
    }

    public CitizenStatus citizenStatus() {
        return citizenStatus;
    }

    /** Nothing more will be done unless somebody reopens it. */
    public boolean isClosed() {
        return this == TU_CHOI || this == HUONG_DAN || this == GOP || this == TAM_DONG || this == DONG;
    }

    /** The sender has an answer that stands, whether or not he has said anything of it. */
    public boolean isAnswered() {
        return this == DA_TRA_LOI || this == DONG;
    }

    /** The sender has an answer, or will get none: what programs call closed. Said by itself it says nothing of how it ended. */
    public boolean isOver() {
        return this == DA_TRA_LOI || isClosed();
    }

    /** The status as the citizen reads it. */
    public enum CitizenStatus {
        DA_GUI("Đã gửi", 1),
        DA_TIEP_NHAN("Đã tiếp nhận", 2),
        CAN_BO_SUNG("Cần bổ sung thông tin", 2),
        DANG_XU_LY("Đang xử lý", 3),
        DA_TRA_LOI("Đã trả lời", 4),
        DA_KET_THUC("Đã kết thúc", 5),
        KHONG_TIEP_NHAN("Không tiếp nhận", 5),
        DA_HUONG_DAN("Đã hướng dẫn", 5),
        DA_GOP("Đã gộp", 5);

        private final String words;
        private final int step;

        CitizenStatus(String words, int step) {
            this.words = words;
            this.step = step;
        }

        public String words() {
            return words;
        }

        /** Step on the five-step line of the tracking page. */
        public int step() {
            return step;
        }
    }
}
