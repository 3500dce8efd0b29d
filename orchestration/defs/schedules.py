"""The nightly job and its hour."""

import dagster as dg

# In this process, step after step: parallel steps lock the event log, and two thirds of a night would be imports again.
nightly = dg.define_asset_job(
    "nightly",
    selection=dg.AssetSelection.all(),
    description="Từ thư mục thu thập đến bảng điều hành: đọc, tính, kiểm tra, dựng trang, công bố một lần.",
    executor_def=dg.in_process_executor,
)

nightly_schedule = dg.ScheduleDefinition(
    name="nightly_at_half_past_one",
    job=nightly,
    cron_schedule="30 1 * * *",
    execution_timezone="Asia/Ho_Chi_Minh",
    description="Mỗi đêm lúc 01:30, giờ Việt Nam.",
)
