"""What of a plan a person may correct: the kinds of rows, and their fields in the order of the sheets' columns.

Words stand in words.csv; how a value is written into a cell stands in values.py, how it is read back in cells.py.
"""

from typing import Final

from sources.plans.reviews.fields import Field, Kind
from sources.plans.rows import CitationRow, DutyRow, GoalRow, MeasureRow, PlanRow, TargetRow, TaskRow

_AREA: Final = Field("reform_area", "Lĩnh vực", "code", 14, "reform_area")
_DIMENSION: Final = Field("papi_dimension", "Nội dung PAPI", "code", 14, "papi_dimension")
_SECTION: Final = Field("section", "Mục", "section", 9)
_YEARS: Final = (Field("period_start", "Từ năm", "year", 7), Field("period_end", "Đến năm", "year", 7))
_DEADLINE: Final = (
    Field("deadline_text", "Thời hạn", "text", 13),
    Field("deadline_kind", "Loại thời hạn", "code", 11, "deadline_kind"),
)

PLAN: Final = Kind(
    "plan",
    "Kế hoạch",
    PlanRow,
    "plan_key",
    "",
    "title",
    (),
    (
        Field("title", "Tên kế hoạch", "text", 0),
        Field("number", "Số, ký hiệu", "text", 0),
        Field("issued_date", "Ngày ban hành", "partial_date", 0),
        Field("issued_place", "Nơi ban hành", "text", 0),
        Field("agency", "Cơ quan ban hành", "text", 0),
        Field("province", "Tỉnh, thành phố", "text", 0),
        Field("plan_kind", "Loại kế hoạch", "code", 0, "plan_kind"),
        Field("period_start", "Từ năm", "year", 0),
        Field("period_end", "Đến năm", "year", 0),
        Field("signer", "Người ký", "text", 0),
        Field("signer_title", "Chức vụ người ký", "text", 0),
        Field("signed_for", "Ký thay", "text", 0),
        Field("replaces_plan_key", "Mã kế hoạch được thay thế", "text", 0),
    ),
)

KINDS: Final[tuple[Kind, ...]] = (
    Kind(
        "target",
        "Chỉ tiêu",
        TargetRow,
        "target_no",
        "T",
        "statement",
        ("value", "value_max", "unit", "section", "period_end"),
        (
            _SECTION,
            Field("statement", "Nội dung chỉ tiêu", "text", 40),
            Field("subject", "Đo cái gì", "text", 18),
            Field("comparator", "Mức", "code", 9, "comparator"),
            Field("value", "Con số", "number", 7),
            Field("value_max", "Đến số", "number", 7),
            Field("unit", "Đơn vị tính", "code", 8, "unit"),
            *_YEARS,
            Field("kind", "Loại", "code", 9, "target_kind"),
            _AREA,
            _DIMENSION,
            Field("indicator_code", "Chỉ tiêu theo dõi", "code", 20, "indicator"),
        ),
    ),
    Kind(
        "goal",
        "Mục tiêu",
        GoalRow,
        "goal_no",
        "Q",
        "statement",
        ("section",),
        (_SECTION, Field("statement", "Nội dung mục tiêu", "text", 70), *_YEARS, _AREA),
    ),
    Kind(
        "task",
        "Nhiệm vụ",
        TaskRow,
        "task_no",
        "A",
        "description",
        ("area_code", "goal", "deadline_text", "lead_units"),
        (
            Field("area_code", "Số thứ tự in", "text", 7),
            Field("group_title", "Nhóm", "text", 11),
            Field("goal", "Mục tiêu", "text", 18),
            Field("description", "Nội dung nhiệm vụ", "text", 32),
            Field("product", "Sản phẩm", "text", 16),
            Field("lead_units", "Chủ trì", "units", 15),
            Field("coordinating_units", "Phối hợp", "units", 15),
            *_DEADLINE,
            Field("due_from", "Từ ngày", "day", 11),
            Field("due_to", "Đến ngày", "day", 11),
            _AREA,
        ),
    ),
    Kind(
        "measure",
        "Giải pháp",
        MeasureRow,
        "measure_no",
        "B",
        "description",
        ("section",),
        (_SECTION, Field("description", "Nội dung giải pháp", "text", 76), _AREA, _DIMENSION),
    ),
    Kind(
        "duty",
        "Trách nhiệm",
        DutyRow,
        "duty_no",
        "P",
        "duty",
        ("unit", "section"),
        (
            _SECTION,
            Field("unit", "Ai", "text", 24),
            Field("duty", "Làm gì", "text", 60),
            *_DEADLINE,
            Field("due_date", "Hạn ngày", "day", 11),
        ),
    ),
    Kind(
        "citation",
        "Văn bản viện dẫn",
        CitationRow,
        "citation_no",
        "",
        "number",
        ("section", "document_date", "role"),
        (
            _SECTION,
            Field("number", "Số, ký hiệu", "text", 30),
            Field("document_date", "Ngày văn bản", "partial_date", 13),
            Field("document_type", "Loại văn bản", "text", 20),
            Field("issuer", "Cơ quan ban hành", "text", 34),
            Field("role", "Vai trò", "code", 12, "role"),
        ),
    ),
)
KIND: Final[dict[str, Kind]] = {kind.name: kind for kind in (PLAN, *KINDS)}
