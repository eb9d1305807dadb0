//! Frame of the page: navigation, top bar, dialogs, messages, keys, tour.

mod sentences;

pub use sentences::*;

words! {
    pub struct Shell {
        title = "Kế hoạch NTM" | "NTM Planner",
        mark = "NTM" | "NTM",
        screens = "Màn hình" | "Screens",
        skip = "Đến nội dung chính" | "Skip to the content",
        plan_bar = "Kế hoạch đang mở" | "The open plan",

        scenario = "Kịch bản" | "Scenario",
        base = "So với" | "Against",
        undo = "Hoàn tác" | "Undo",
        redo = "Làm lại" | "Redo",
        print = "In trang này" | "Print this page",
        money_unit = "Đơn vị tiền" | "Unit of money",
        million = "triệu" | "million",
        billion = "tỷ" | "billion",
        language = "Ngôn ngữ: tiếng Việt" | "Language: English",
        other_language = "Chuyển sang tiếng Anh" | "Switch to Vietnamese",
        language_code = "VI" | "EN",
        theme = "Nền" | "Theme",
        theme_system = "Nền theo máy" | "Theme of the system",
        theme_light = "Nền sáng" | "Light theme",
        theme_dark = "Nền tối" | "Dark theme",
        keys = "Phím tắt" | "Keyboard",
        about = "Giới thiệu và giấy phép" | "About and licences",
        illustration = "Minh họa, số giả" | "Illustration, made-up figures",
        illustration_long = "Kế hoạch minh họa: số tự đặt, không phải số của huyện nào."
            | "An illustration: the figures are made up, they are no district's.",
        more_screens = "Màn hình khác" | "Other screens",
        more = "Thêm" | "More",
        /// A screen is being loaded.
        screen_coming = "Đang mở…" | "Opening…",
        /// A screen could not be loaded.
        screen_failed = "Chưa tải được phần này của trang: mất mạng, hoặc trang đã có bản mới hơn. Kế hoạch vẫn nguyên. Hãy thử lại; nếu vẫn không được thì tải lại trang."
            | "This part of the page could not be loaded: the network is away, or the site has a newer version. Your plan is safe. Try again; if it fails again, reload the page.",
        /// Loads it again.
        screen_again = "Thử lại" | "Try again",

        untouched = "Bản mẫu, chưa sửa" | "Sample, unchanged",
        saving = "Đang lưu…" | "Saving…",
        not_saved = "Chưa lưu được" | "Not saved",
        read_only = "Chỉ xem" | "Read only",
        download = "Tải về" | "Download",
        read_only_tab = "Kế hoạch đang mở ở thẻ khác; ở thẻ này chỉ xem được."
            | "The plan is open in another tab; in this one it can only be read.",
        read_only_newer = "Kế hoạch do phiên bản mới hơn ghi; phiên bản này chỉ xem được, không ghi đè."
            | "The plan was written by a newer version; this one only reads it and does not overwrite it.",
        take_over = "Sửa ở thẻ này" | "Edit in this tab",
        took_over = "Đã chuyển quyền sửa sang thẻ này." | "This tab may edit now.",
        taken_over = "Một thẻ khác vừa nhận quyền sửa; thẻ này chỉ xem được."
            | "Another tab has taken over; this one can only read.",
        save_copy = "Lưu bản sao để sửa" | "Save a copy to edit",

        close = "Đóng" | "Close",
        cancel = "Thôi" | "Cancel",
        messages = "Thông báo" | "Messages",
        undo_this = "Hoàn tác" | "Undo",

        key_column = "Phím" | "Key",
        does_column = "Việc" | "What it does",
        /// Keys and what they do.
        key_list: [(&'static str, &'static str); 14] = [
            (
                "Alt+1 … Alt+8",
                "Tổng quan, Kịch bản, Tiến độ, Xã, Rủi ro, Tối ưu, Số liệu, Chia sẻ",
            ),
            ("Ctrl+Z", "Hoàn tác"),
            ("Ctrl+Y, Ctrl+Shift+Z", "Làm lại"),
            ("/", "Tìm, ở màn hình có ô tìm"),
            ("?", "Bảng phím này"),
            ("← →", "Thanh kéo: 1 %"),
            ("Shift+← →, PageUp, PageDown", "Thanh kéo: 10 %"),
            ("Home, End", "Thanh kéo: 0 %, 200 %"),
            (
                "← →, Home, End",
                "Tiến độ: dời khởi công một tháng; sớm nhất, muộn nhất còn kịp",
            ),
            ("Shift+← →", "Tiến độ: rải khởi công ngắn lại, dài ra một tháng"),
            ("Enter", "Ô nhập: nhận giá trị đã gõ"),
            ("Esc", "Ô nhập: trả lại giá trị cũ; hộp thoại: đóng"),
            ("↑ ↓", "Ô nhập nguồn vốn: 1 %, với Shift: 10 %"),
            ("Tab, Shift+Tab", "Đến chỗ tiếp theo, trước đó"),
        ] | [
            (
                "Alt+1 … Alt+8",
                "Overview, Scenarios, Timeline, Communes, Risk, Best plan, Data, Share",
            ),
            ("Ctrl+Z", "Undo"),
            ("Ctrl+Y, Ctrl+Shift+Z", "Redo"),
            ("/", "Find, on screens that have a search field"),
            ("?", "This list of keys"),
            ("← →", "Slider: 1 %"),
            ("Shift+← →, PageUp, PageDown", "Slider: 10 %"),
            ("Home, End", "Slider: 0 %, 200 %"),
            (
                "← →, Home, End",
                "Timeline: a start by one month; earliest, latest in time",
            ),
            ("Shift+← →", "Timeline: starts spread one month shorter, longer"),
            ("Enter", "Field: takes the value typed"),
            ("Esc", "Field: brings the old value back; dialog: closes"),
            ("↑ ↓", "Amount of a source: 1 %, with Shift: 10 %"),
            ("Tab, Shift+Tab", "Next place, previous place"),
        ],

        tour = "Làm quen" | "A short tour",
        /// Heading and text of each step.
        tour_steps: [(&'static str, &'static str); 3] = [
            (
                "Kéo nguồn vốn",
                "Mỗi thanh là một nguồn, từ 0 đến 200 % của năm trước. Kéo, hoặc gõ số tiền: mọi con số tính lại ngay.",
            ),
            (
                "Xem mục tiêu nào hụt, vì sao",
                "Mỗi dòng một mục tiêu: được công nhận bao nhiêu, hụt vì tiền, thời gian, năng lực hay thẩm định. Nợ đọng và mức dân góp luôn ở cạnh.",
            ),
            (
                "Giữ kịch bản, gửi kế hoạch",
                "Thử nhiều kịch bản và so với nhau ở màn hình Kịch bản. Kế hoạch tự lưu trong trình duyệt này; ở màn hình Chia sẻ tải về một tệp để gửi đồng nghiệp.",
            ),
        ] | [
            (
                "Drag the sources of money",
                "Each slider is one source, from 0 to 200 % of last year. Drag, or type an amount: every figure follows at once.",
            ),
            (
                "See which target fails, and why",
                "One row, one target: how many are recognised, and how much is lost to money, time, capacity or appraisal. Arrears and what villagers pay are always beside.",
            ),
            (
                "Keep scenarios, send the plan",
                "Try scenarios and compare them on the Scenarios screen. The plan is saved in this browser by itself; on the Share screen you get one file to send to a colleague.",
            ),
        ],
        tour_next = "Tiếp" | "Next",
        tour_back = "Lùi" | "Back",
        tour_done = "Bắt đầu" | "Start",
        tour_later = "Không hiện nữa" | "Do not show again",
        tour_show = "Xem lại phần làm quen" | "Show the tour again",

        /// Paragraphs of the about dialog.
        about_text: [&'static str; 3] = [
            "Bảng lập kế hoạch nông thôn mới cấp huyện trong một trang web.",
            "Mọi tính toán chạy trong trình duyệt này. Kế hoạch nằm trong trình duyệt và trong tệp bạn tải về; không có gì được gửi đi đâu.",
            "Số liệu báo cáo giữ đúng như nguồn ghi; giả định mang dấu G và thay được.",
        ] | [
            "A planning table for a district's New Rural Development programme in one web page.",
            "Everything is computed in this browser. Plans are kept in the browser and in the files you download; nothing is sent anywhere.",
            "Reported figures stay as their source states them; assumptions carry the mark A and can be replaced.",
        ],
        version = "Phiên bản" | "Version",
        engine_version = "Bộ tính" | "Engine",
        licences = "Giấy phép" | "Licences",
        licence_text = "Chương trình theo giấy phép MIT. Dùng các thư viện mở: Leptos (MIT), Apache ECharts (Apache 2.0), charming (MIT/Apache 2.0), serde, idb, gloo-storage, wasm-bindgen (MIT/Apache 2.0). Toàn văn nằm trong tệp kèm theo."
            | "The program is under the MIT licence. It uses open libraries: Leptos (MIT), Apache ECharts (Apache 2.0), charming (MIT/Apache 2.0), serde, idb, gloo-storage, wasm-bindgen (MIT/Apache 2.0). Full texts are in the file beside it.",
        /// Opens the full texts of the licences.
        licences_show = "Xem toàn văn các giấy phép" | "Show the full licence texts",

        copy_suffix = "bản sao" | "copy",
        blank_plan = "Kế hoạch mới" | "New plan",
        broken_name = "Bản ghi không đọc được" | "Unreadable record",
        file_place = "Chưa có kế hoạch nào ở đây. Trình duyệt này giữ kế hoạch theo chỗ để tệp trang: nếu tệp đã đổi tên hoặc chuyển chỗ, kế hoạch cũ vẫn ở chỗ cũ. Hãy mở tệp kế hoạch (.json) đã tải về."
            | "There are no plans here yet. This browser keeps plans by the place of the page's file: if the file was renamed or moved, the old plans are still at the old place. Open a plan file (.json) that was downloaded before.",
        file_shared = "Trang mở từ tệp: mọi trang mở từ tệp trên máy này dùng chung một kho của trình duyệt."
            | "The page was opened from a file: all pages opened from files on this computer share one store of the browser.",
        open_file = "Mở tệp" | "Open a file",
        storage_off = "Kế hoạch vẫn tính được nhưng sẽ mất khi đóng trang: hãy tải tệp về."
            | "The plan is computed all the same but is lost when the page closes: download the file.",
        computing_stopped = "Một phép tính dài đã dừng giữa chừng hai lần liền và không được chạy lại. Các con số khác vẫn đúng; hãy đổi kế hoạch rồi thử lại."
            | "A long computation stopped half-way twice in a row and is not tried again. All other figures hold; change the plan and try again.",
        plan_gone = "Kế hoạch này không còn trong trình duyệt." | "This plan is no longer in the browser.",
        sample_missing = "Không có bản mẫu này." | "There is no such sample.",
        import_kept = "Kế hoạch trùng mã với bản đang có; bản đang có được giữ nguyên."
            | "The plan has the same id as one that is here; the one that is here was left as it is.",
        broken_stays = "Có bản ghi không đọc được: đã để riêng, không xóa, tải về được ở màn hình Chia sẻ."
            | "An unreadable record was set aside, not deleted; it can be downloaded on the Share screen.",
    }
}
