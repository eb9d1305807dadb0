//! Screen *Xã*.

mod sentences;
mod set;

pub use sentences::*;
pub use set::*;

words! {
    pub struct Communes {
        title = "Xã" | "Communes",
        levels = "Cấp phấn đấu" | "Level aimed at",
        find = "Tìm xã" | "Find a commune",
        filter = "Lọc" | "Filter",
        filter_all = "Tất cả" | "All",
        filter_coastal = "Ven biển" | "Coastal",
        filter_merged = "Sau sáp nhập" | "Merged",
        filter_complete = "Đủ số liệu" | "With full data",
        filter_incomplete = "Thiếu số liệu" | "Data missing",
        filter_in_time = "Kịp đợt cuối" | "Can make the last round",
        filter_open = "Còn việc phải làm" | "Work left",
        filter_chosen = "Được chọn" | "Chosen",
        sort = "Xếp theo" | "Sort by",
        sort_readiness = "Độ sẵn sàng" | "Readiness",
        sort_name = "Tên" | "Name",
        sort_cost = "Chi phí" | "Cost",
        sort_months = "Số tháng" | "Months",
        sort_left = "Tiêu chí còn lại" | "Criteria left",
        sort_down = "Xếp ngược" | "Reverse",
        sort_again = "Xếp lại" | "Sort again",
        sort_again_hint = "Thứ tự dòng đứng yên trong lúc sửa; bấm để xếp lại theo số mới"
            | "Rows stay where they are while you edit; press to sort by the new figures",
        paste = "Dán từ Excel" | "Paste from Excel",
        export = "Tải bảng cho xã điền" | "Form for communes",
        export_file = "xa-tieu-chi" | "communes-criteria",
        criteria_set = "Bộ tiêu chí" | "Criteria set",

        matrix = "Bảng xã và tiêu chí" | "Communes and criteria",
        commune = "Xã" | "Commune",
        pick = "Kịch bản" | "Scenario",
        left = "Còn tiêu chí" | "Criteria left",
        cost = "Triệu đồng" | "Million VND",
        months = "Tháng" | "Months",
        chance = "Khả năng" | "Chance",
        met_of = "Đã đạt" | "Met",
        coastal = "ven biển" | "coastal",
        merged = "sáp nhập" | "merged",
        late = "không kịp đợt cuối" | "too late for the last round",
        pick_in = "Chọn trước" | "Fixed in",
        pick_out = "Loại" | "Out",
        pick_free = "Tự do" | "Free",
        pick_hint = "bấm để đổi: tự do, chọn trước, loại" | "press to change: free, fixed in, out",
        chosen = "Chọn" | "Chosen",

        met = "Đạt" | "Met",
        doing = "Đang làm" | "In progress",
        open = "Chưa" | "Open",
        unknown = "Chưa biết" | "Unknown",
        /// Letter in a cell in progress, in an open one.
        letters: [&'static str; 2] = ["L", "C"] | ["P", "O"],
        cell_state = "Trạng thái" | "State",
        cell_cost = "Chi phí, triệu đồng" | "Cost, million VND",
        cell_months = "Còn tháng" | "Months left",
        cell_note = "Ghi chú" | "Note",
        edit_cell = "Sửa ô" | "Edit the cell",
        keys_hint = "Gõ để sửa · Enter nhận · Esc trả lại · Space đổi trạng thái · Shift+mũi tên chọn vùng · Ctrl+C, Ctrl+V · Ctrl+D điền xuống · Delete xóa · Esc rồi Tab để ra khỏi bảng"
            | "Type to edit · Enter keeps · Esc restores · Space changes the state · Shift+arrows select · Ctrl+C, Ctrl+V · Ctrl+D fills down · Delete clears · Esc, then Tab leaves the table",
        legend_number = "số là chi phí, tỷ đồng" | "figures are costs, billion VND",

        no_communes = "Không có xã nào ở cấp dưới để phấn đấu lên cấp này."
            | "No commune stands at the level below this one.",
        no_set = "Cấp này chưa có bộ tiêu chí. Thêm tiêu chí để điền cho từng xã."
            | "This level has no criteria set yet. Add criteria to fill them in for each commune.",
        nothing_found = "Không có xã nào hợp với ô tìm và bộ lọc." | "No commune fits the search and the filter.",
        show_all = "Hiện tất cả" | "Show all",
        how = "Cách xếp thứ tự; phím" | "How communes are ordered; keys",
        formula = "Thứ tự chọn: xã chọn trước, rồi chi phí còn lại ít hơn, số tháng ít hơn, mã xã. Chi phí = tổng các tiêu chí chưa đạt; số tháng = tiêu chí lâu nhất; khả năng = tỷ lệ qua thẩm định nếu kịp đợt cuối."
            | "Order of choice: fixed in first, then lower cost to come, fewer months, code. Cost = sum over criteria not met; months = the longest criterion; chance = pass rate at appraisal if the last round can be reached.",
        pushed = "Số xã trình trong kịch bản này; để trống: đủ cho chỉ tiêu"
            | "Communes pushed in this scenario; empty: as many as the goal needs",
        not_now = "Kế hoạch đang mở ở thẻ khác; ở thẻ này chỉ xem được."
            | "The plan is open in another tab; here it can only be read.",
        whole_units = "Gõ số xã, từ 0 trở lên, không lẻ; để trống: đủ cho chỉ tiêu."
            | "Type a whole number of communes, 0 or more; empty: as many as the goal needs.",

        paste_title = "Dán từ Excel" | "Paste from Excel",
        paste_hint = "Chép vùng ô trong Excel rồi dán vào đây. Có tên xã ở cột đầu hoặc tên tiêu chí ở dòng đầu thì ô về đúng chỗ theo tên, ô trống giữ nguyên; không có tên thì dán từ ô đang chọn. Mỗi ô: đạt, đang làm hoặc chưa; rồi chi phí, số tháng, ghi chú, cách nhau dấu chấm phẩy: đang làm; 5.500; 6."
            | "Copy cells in Excel and paste them here. With commune names in the first column or criterion names in the first row, cells go where the names say and blank cells leave what is there; without names the block starts at the selected cell. Each cell: met, in progress or open; then cost, months, note, between semicolons: in progress; 5,500; 6.",
        paste_label = "Nội dung dán" | "What to paste",
        paste_apply = "Dán" | "Paste",
        paste_readable = "Chỉ dán các ô đọc được" | "Paste readable cells only",

        heat_title = "Chi phí còn lại theo xã và tiêu chí" | "Cost to come by commune and criterion",
        heat_none = "Chưa có chi phí nào để vẽ: điền chi phí vào các ô chưa đạt."
            | "No cost to draw yet: fill in costs of cells that are not met.",
        heat_unit = "tỷ đồng:" | "billion VND:",

        set_hint = "Năm 2021 lập kế hoạch trên bộ tiêu chí dự thảo, nên bộ này sửa được. Bỏ một tiêu chí thì số đã điền của các xã cho tiêu chí đó cũng bỏ; hoàn tác để lấy lại."
            | "2021 was planned on drafts of the criteria, so the set can be edited. Removing a criterion removes what communes entered for it; undo brings it back.",
        set_in_use = "Bộ đang dùng" | "Set in use",
        set_name = "Tên bộ" | "Name of the set",
        criterion_name = "Tên tiêu chí" | "Name of the criterion",
        add = "Thêm tiêu chí" | "Add a criterion",
        remove = "Bỏ" | "Remove",
        up = "Lên" | "Up",
        down = "Xuống" | "Down",
        new_criterion = "Tiêu chí mới" | "New criterion",
        set_read = "Đọc bộ tiêu chí" | "Read a set",
        set_read_hint = "Dán bộ tiêu chí từ Excel: nhóm, mã, tên, tên tiếng Anh, mỗi dòng một tiêu chí. Tiêu chí cùng mã (hoặc cùng tên) giữ nguyên số các xã đã điền."
            | "Paste a set from Excel: group, code, name, name in English, one criterion a row. Criteria with the same code (or the same name) keep what communes have filled in.",
        set_replace = "Thay bộ này" | "Replace the set",
        set_export = "Tải bộ tiêu chí" | "Download the set",
        set_as_other = "Thêm thành bộ khác" | "Paste as another set",
        set_file = "bo-tieu-chi" | "criteria-set",
        /// Headings of a set as a table: group, code, name, name in English.
        set_headings: [&'static str; 4] =
            ["Nhóm", "Mã", "Tên", "Tên tiếng Anh"]
            | ["Group", "Code", "Name", "Name in English"],
        draft = "Sao thành bộ khác" | "Copy as another set",
        draft_suffix = "(bản khác)" | "(another version)",
        delete_set = "Xóa bộ này" | "Delete this set",
        name_missing = "Đặt tên, không để trống." | "Give it a name, not an empty one.",
    }
}
