"""What every query promises: its columns and the kind of each.

The names are those of the reporting marts. A query that brings back anything else stops the build, before a page is
drawn from a column that has changed its meaning.
"""

from collections.abc import Mapping


def _columns(**kinds: str) -> dict[str, str]:
    """Kind -> names parted by blanks, turned into name -> kind."""
    return {name: kind for kind, names in kinds.items() for name in names.split()}


# What a person said of a row, beside its other columns.
_REVIEW_COLUMNS = _columns(
    text="review_state reviewed_by review_reason", date="reviewed_on", flag="is_corrected is_unconfirmed"
)

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "site": _columns(
        text="collection_name",
        integer="values_read values_loaded values_quarantined values_ignored files_new",
        date="as_of_date",
        instant="last_received_at previous_night_at",
        flag="is_sample has_simulated has_digest",
    ),
    "agencies": _columns(
        text="agency_key agency_name province_name",
        integer="""
            targets tasks tasks_done tasks_done_on_time tasks_past_due_open tasks_overdue tasks_overdue_unconfirmed
            tasks_done_or_past_due reports_due reports_on_time reports_late reports_missing reports_unreadable
            findings_error findings_warning findings_info
        """,
        decimal="tasks_done_percent tasks_on_time_percent",
        flag="is_simulated has_simulated_results has_digest",
    ),
    "attention": _columns(
        text="agency_key agency_name kind plan_key item_no unit_key unit_name owner_name title status",
        integer="days_late",
        date="due_date",
        flag="is_simulated",
    ),
    "origins": _columns(
        text="row_id role role_name said unit_name period_name corrected_by source_path source_place",
        integer="version_no",
        date="corrected_on",
        instant="received_at",
        flag="is_corrected is_simulated",
    ),
    "plans": _REVIEW_COLUMNS
    | _columns(
        text="""
            plan_key agency_key agency_name number issued_date_text issued_place title plan_kind signer signer_title
            signed_for source_path
        """,
        integer="period_start period_end targets goals tasks measures duties",
        date="issued_date",
        instant="received_at",
        flag="is_open_ended is_in_force is_asked is_counted is_digest is_simulated",
    ),
    "plan_units": _columns(
        text="plan_key unit_key unit_name",
        integer="tasks_led tasks_coordinated duties tasks_dated duties_dated",
        date="first_due_date last_due_date",
        flag="is_collective",
    ),
    "plan_areas": _columns(
        text="plan_key reform_area_name papi_dimension_name",
        integer="targets goals tasks measures",
    ),
    "plan_parents": _columns(
        text="plan_key number document_date issuer",
    ),
    "plan_corrections": _columns(
        text="""
            plan_key row_kind row_no clause action state field_title value_before value_after reviewer reason
            source_path source_place
        """,
        integer="correction_no",
        date="reviewed_on",
    ),
    "plan_amendments": _columns(
        text="plan_key other_plan_key relation other_number other_title",
        date="effective_date",
        flag="is_amended",
    ),
    "plan_targets": _REVIEW_COLUMNS
    | _columns(
        text="""
            plan_key target_no agency_key reform_area_name papi_dimension_name section statement comparator
            comparator_printed base_text unit indicator_code indicator_name commitment_key period_key period_name
            status status_reason owner_unit_key owner_name source_place
        """,
        integer="""
            sort_order period_start period_end units_reported units_concerned units_carried units_held_back
            figures_in_question owners
        """,
        decimal="value value_max actual numerator denominator gap remaining",
        date="window_to valid_to due_date",
        flag="is_floor_assumed is_current has_conflict is_repeat is_final is_simulated",
    ),
    "plan_target_periods": _columns(
        text="""
            plan_key target_no period_key period_name status status_reason previous_year_period_key
            previous_year_period_name previous_year_reason
        """,
        integer="units_reported units_concerned units_carried units_held_back figures_in_question",
        decimal="actual numerator denominator target_value gap remaining previous_year_actual",
        date="window_to",
        flag="is_final previous_year_is_simulated previous_year_is_comparable is_simulated",
    ),
    "target_tasks": _columns(text="plan_key target_no task_no"),
    "indicator_indices": _columns(text="indicator_code index_name component_name"),
    "target_units": _columns(
        text="""
            plan_key target_no period_key period_name unit_key unit_name agency_key state status status_reason
            figure_basis read_period_key indicator_code row_id
        """,
        integer="version_no",
        decimal="numerator denominator actual target_value gap",
        date="window_to",
        instant="received_at",
        flag="is_carried is_corrected is_simulated",
    ),
    "plan_goals": _REVIEW_COLUMNS
    | _columns(
        text="plan_key goal_no section reform_area_name statement",
    ),
    "plan_measures": _REVIEW_COLUMNS
    | _columns(
        text="plan_key measure_no section section_title reform_area_name papi_dimension parent_no description",
    ),
    "plan_duties": _REVIEW_COLUMNS
    | _columns(
        text="plan_key duty_no section unit duty deadline_text deadline_kind",
        date="due_date",
    ),
    "plan_tasks": _REVIEW_COLUMNS
    | _columns(
        text="""
            plan_key task_no agency_key area_code group_title reform_area_name description product lead_units
            coordinating_units deadline_text extension_document status document_number explanation source_place
        """,
        integer="area_order days_late",
        date="due_to extended_until extension_asked_until last_day_given done_date",
        flag="is_strict is_in_force is_asked is_counted is_simulated",
    ),
    "units": _columns(
        text="unit_key agency_key agency_name unit_name unit_kind",
        integer="tasks_led tasks_done tasks_done_on_time tasks_done_or_past_due tasks_past_due_open",
        decimal="tasks_on_time_percent",
        flag="is_collective is_simulated",
    ),
    "unit_tasks": _columns(
        text="""
            unit_key role expanded_from group_name plan_key task_no description product deadline_text
            extension_document status unread_period_name unread_place
        """,
        integer="days_late",
        date="due_to extended_until extension_asked_until last_day_given done_date",
        flag="is_strict is_own_part is_sheet_unread is_upcoming is_asked is_counted is_simulated",
    ),
    "own_tasks": _columns(
        text="""
            unit_key period_key period_name description product plan_number status document_number explanation
        """,
        integer="line_no days_late",
        date="due_date done_date",
        flag="is_simulated",
    ),
    "unit_results": _columns(
        text="unit_key indicator_code indicator_name unit period_key period_name state",
        decimal="numerator denominator value",
        date="window_to",
        flag="is_simulated",
    ),
    "unit_targets": _columns(
        text="unit_key plan_key target_no period_name indicator_code comparator_read state status status_reason row_id",
        decimal="target_value actual numerator denominator",
        date="window_to",
        flag="is_current is_carried is_simulated",
    ),
    "task_periods": _columns(
        text="plan_key task_no period_key agency_key period_name status",
        integer="leads_asked leads_done",
        date="window_to",
    ),
    "report_board": _columns(
        text="agency_key unit_key unit_name period_key period_name report_to status report_state",
        integer="days_late versions files findings_error findings_warning values_quarantined",
        date="""
            window_to due_date due_date_printed sent_date received_date standing_sent_date standing_received_date
            unreadable_received_date
        """,
        flag="is_withdrawn has_unreadable_file is_simulated",
    ),
    "report_periods": _columns(
        text="agency_key period_key period_name",
        integer="expected received on_time late late_days_max missing unreadable not_due unknown not_owed drafts",
        date="window_to due_date_first due_date_last",
    ),
    "upcoming": _columns(
        text="row_id agency_key kind plan_key item_no unit_key owner_name title",
        integer="days_left",
        date="due_date",
        flag="is_simulated",
    ),
    "changes": _columns(
        text="""
            change_kind agency_key unit_key unit_name period_key period_name indicator_code indicator_name plan_key
            task_no old_value_text new_value_text detail source_path source_place
        """,
        flag="is_simulated",
    ),
    "dossiers": _columns(
        text="agency_key period_key scope scope_key unit_name period_name state",
        integer="units_reported units_awaited",
        decimal="received resolved_in_time open_overdue judged on_time_percent",
        date="window_to",
        flag="is_latest is_simulated",
    ),
    "index_scores": _columns(
        text="""
            index_score_key index_code component_code component_name territory province_key full_name
            framework_version series_key unit comparability state state_reason basis source_title source_url
        """,
        integer="component_order year rank rank_of",
        decimal="value max_points change_from_previous",
        flag="is_rank_computed",
    ),
    "index_statistics": _columns(
        text="index_code component_code framework_version series_key basis statistic unit source_title source_url",
        integer="year n_provinces",
        decimal="value",
    ),
    "index_breaks": _columns(
        text="index_code framework_version decision comparable_with_previous note",
        integer="year_from year_to component_count",
        decimal="max_points",
    ),
    "quality_summary": _columns(
        text="agency_key agency_name",
        integer="""
            files files_unreadable files_ignored values_read values_loaded values_quarantined values_ignored
            findings_error findings_warning findings_info
        """,
    ),
    "yardsticks": _columns(
        text="agency_key index_code component_code component_name index_score_key",
        integer="""
            component_order year targets targets_met targets_missed targets_on_track targets_at_risk targets_off_track
            targets_in_progress targets_not_due targets_not_reported targets_not_assessable targets_other goals measures
            tasks tasks_done tasks_overdue tasks_overdue_unconfirmed indicators_reported
        """,
    ),
    "yardstick_items": _columns(
        text="""
            agency_key index_code component_code item item_key plan_key item_no indicator_code statement status
            status_reason period_key comparator unit
        """,
        integer="year",
        decimal="actual numerator denominator target_value value_max",
        flag="is_floor_assumed is_current is_simulated",
    ),
    "province_relations": _columns(
        text="agency_key other_province_key other_province_name relation source_url",
        integer="steps",
        date="succession_date",
        flag="is_same_territory is_same_name",
    ),
    "indicators": _columns(
        text="""
            indicator_code indicator_name reform_area_name unit direction value_kind formula aggregation_over_units
            aggregation_over_periods contributing_units frequency index_components
        """,
        integer="area_order targets plans",
        decimal="tolerance_points",
    ),
    "sources": _columns(
        text="index_code source_title source_url publisher licence terms",
        integer="year_from year_to figures",
    ),
    "source_kinds": _columns(
        text="source_kind",
        integer="files_received files_read values_loaded",
        instant="last_received_at",
    ),
    "quality_files": _columns(
        text="""
            source_path source_sha256 source_kind agency_key status receipt_basis ignored_reason refused_reason
            withdrawn_by
        """,
        integer="""
            size_bytes values_read values_loaded values_quarantined values_ignored findings_error findings_warning
            findings_info
        """,
        instant="received_at withdrawn_at",
        flag="is_balanced",
    ),
    "quality_findings": _columns(
        text="""
            finding_key severity kind kind_name agency_key plan_key unit_key source_path source_place value value_a
            place_a value_b place_b message remedy
        """,
        integer="severity_order",
    ),
    "quality_quarantine": _columns(
        text="""
            source_path source_place source_sha256 agency_key unit_key unit_name period_name indicator_code
            indicator_name column_name value rule rule_name
        """,
    ),
}
