package vn.haiphong.hotline1022.domain.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/**
 * One change of the city's agencies or areas: entered once, with its day, it holds from that day on.
 *
 * @param codes the units it begins with; none for a new agency
 * @param into code of the unit that is there afterwards; null when an agency ends without a successor
 * @param name what that unit is called from then on; null: as before
 * @param unitKind its kind, where it is new
 * @param parent the district above a new area; null: none
 * @param agency who answers for the area from then on
 * @param from first day of the new state
 * @param source number and date of the decision
 */
public record DirectoryChange(
        Kind kind,
        List<String> codes,
        String into,
        String name,
        String unitKind,
        String parent,
        String agency,
        LocalDate from,
        String source) {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,12}");
    private static final Pattern AREA_CODE = Pattern.compile("\\d{3,5}");
    private static final int LONGEST = 200;

    public enum Kind {
        /** Several agencies become one, which may be one of them. */
        mergeAgencies(false),
        renameAgency(false),
        endAgency(false),
        newAgency(false),
        /** Several areas become one, which may be one of them. */
        mergeAreas(true),
        renameArea(true),
        /** Another agency answers for it. */
        reassignArea(true);

        private final boolean ofAreas;

        Kind(boolean ofAreas) {
            this.ofAreas = ofAreas;
        }

        public boolean isOfAreas() {
            return ofAreas;
        }
    }

    public DirectoryChange {
        codes = codes == null ? List.of() : codes.stream().distinct().toList();
        into = blank(into);
        name = blank(name);
        unitKind = blank(unitKind);
        parent = blank(parent);
        agency = blank(agency);
        require(kind != null, "kind", "Chọn loại thay đổi.");
        require(from != null, "from", "Chọn ngày bắt đầu.");
        require(source != null && !source.isBlank(), "source", "Ghi số, ngày của quyết định.");
        source = source.strip();
        require(source.length() <= LONGEST, "source", "Căn cứ tối đa " + LONGEST + " ký tự.");
        require(name == null || name.length() <= LONGEST, "name", "Tên tối đa " + LONGEST + " ký tự.");
        var pattern = kind.isOfAreas() ? AREA_CODE : CODE;
        require(
                Stream.concat(codes.stream(), Stream.ofNullable(into))
                        .allMatch(code -> pattern.matcher(code).matches()),
                "codes",
                kind.isOfAreas()
                        ? "Mã địa bàn gồm 3 đến 5 chữ số."
                        : "Mã cơ quan gồm chữ in hoa và số, 2 đến 12 ký tự.");
        switch (kind) {
            case mergeAgencies, mergeAreas -> {
                require(codes.size() >= 2, "codes", "Chọn ít nhất hai đơn vị sáp nhập.");
                require(into != null, "into", "Chọn hoặc ghi mã đơn vị sau sáp nhập.");
                require(
                        codes.contains(into) || name != null && unitKind != null,
                        "name",
                        "Đơn vị mới cần tên và loại.");
            }
            case renameAgency, renameArea -> {
                require(codes.size() == 1, "codes", "Chọn một đơn vị.");
                require(name != null, "name", "Ghi tên mới.");
            }
            case endAgency -> {
                require(codes.size() == 1, "codes", "Chọn một cơ quan.");
                require(!codes.contains(into), "into", "Cơ quan kế thừa phải là cơ quan khác.");
            }
            case newAgency -> {
                require(codes.isEmpty() && into != null, "into", "Ghi mã cơ quan mới.");
                require(name != null && unitKind != null, "name", "Ghi tên và loại của cơ quan mới.");
            }
            case reassignArea -> {
                require(!codes.isEmpty(), "codes", "Chọn địa bàn.");
                require(agency != null, "agency", "Chọn cơ quan phụ trách.");
            }
        }
    }

    /** Units that are no more from {@link #from()} on. */
    public List<String> ending() {
        return switch (kind) {
            case mergeAgencies, mergeAreas ->
                codes.stream().filter(code -> !Objects.equals(code, into)).toList();
            case endAgency -> codes;
            default -> List.of();
        };
    }

    /** Every unit whose rows it may touch. */
    public List<String> touched() {
        return Stream.concat(codes.stream(), Stream.ofNullable(into)).distinct().toList();
    }

    public LocalDate lastDay() {
        return from.minusDays(1);
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void require(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw new BusinessRefusal(field, otherwise);
        }
    }
}
