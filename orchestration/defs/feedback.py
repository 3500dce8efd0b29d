"""What to mend in each report, for the clerk who sent it: written beside the pages, published with them."""

import dagster as dg

from orchestration import feedback
from orchestration.night import Night
from orchestration.progress import vietnamese_count

FEEDBACK = dg.AssetKey(["published", "feedback"])


@dg.asset(
    key=FEEDBACK,
    deps=[dg.AssetKey(["core", "fct_finding"]), dg.AssetKey(["core", "fct_report_submission"])],
    group_name="published",
    description="Mỗi báo cáo còn nội dung cần sửa một bảng tính và một bản chữ ngắn, theo cơ quan, kỳ, đơn vị.",
)
def write_feedback(night: dg.ResourceParam[Night]) -> dg.MaterializeResult[None]:
    """The folder `feedback` of the build."""
    workspace = night.workspace
    with night.progress.step("Lập nội dung cần sửa cho đơn vị") as step:
        reports = feedback.write(workspace.build_warehouse, workspace.build_feedback)
        step.summary = f"{vietnamese_count(reports)} báo cáo"
    return dg.MaterializeResult(metadata={"reports": reports})
