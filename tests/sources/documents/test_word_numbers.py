"""Automatic numbers of Word: counted as Word counts them."""

from pathlib import Path

import pytest

from tests.sources.documents.word_files import definition, levels, numbered, paragraph, read, texts

OUTLINE = levels(
    ("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)"), ("bullet", "-")
)


def test_levels_count_on_and_begin_again_below_a_new_number(tmp_path: Path) -> None:
    order = [0, 1, 1, 2, 2, 3, 0, 1, 2]
    body = "".join(numbered("x", 1, level) for level in order)
    found = [text.removesuffix(" x") for text in texts(read(tmp_path, body, numbering=definition(1, OUTLINE, "1")))]
    assert found == ["I.", "1.", "2.", "2.1.", "2.2.", "a)", "II.", "1.", "1.1."]


def test_two_lists_of_one_definition_count_on_unless_one_begins_anew(tmp_path: Path) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = definition(1, levels(("decimal", "%1.")), "1", "2", f"3{anew}")
    body = "".join(numbered("x", number) for number in (1, 1, 2, 3, 3))
    found = texts(read(tmp_path, body, numbering=numbering))
    assert found == ["1. x", "2. x", "3. x", "1. x", "2. x"]


def test_a_list_may_write_over_a_level_of_its_definition(tmp_path: Path) -> None:
    own = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimalZero"/>'
        '<w:lvlText w:val="%1/"/></w:lvl></w:lvlOverride>'
    )
    numbering = definition(1, levels(("decimal", "%1.")), f"1{own}")
    assert texts(read(tmp_path, numbered("x", 1), numbering=numbering)) == ["03/ x"]


def test_a_level_that_never_restarts_and_one_written_in_digits_throughout(tmp_path: Path) -> None:
    kept = '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    kept += (
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:isLgl/><w:lvlText '
        'w:val="%1.%2."/></w:lvl>'
    )
    body = "".join(numbered("x", 1, level) for level in (0, 1, 0, 1))
    assert texts(read(tmp_path, body, numbering=definition(1, kept, "1"))) == ["I. x", "1.1. x", "II. x", "2.2. x"]


@pytest.mark.parametrize(
    ("kind", "count", "shown"),
    [
        ("lowerLetter", 5, "e"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 4, "D"),
        ("lowerRoman", 44, "xliv"),
        ("upperRoman", 99, "XCIX"),
        ("vietnameseCounting", 3, "ba"),
    ],
)
def test_numbers_are_written_as_word_writes_them(tmp_path: Path, kind: str, count: int, shown: str) -> None:
    start = f'<w:lvl w:ilvl="0"><w:start w:val="{count}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%1)"/></w:lvl>'
    assert texts(read(tmp_path, numbered("x", 1), numbering=definition(1, start, "1"))) == [f"{shown}) x"]


def test_a_style_numbers_its_paragraphs_at_the_level_tied_to_it(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="M1"><w:name w:val="M1"/><w:pPr><w:numPr><w:numId '
        'w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="M2"><w:name w:val="M2"/><w:basedOn w:val="M1"/><w:pPr>'
        '<w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="M3"><w:name w:val="M3"/><w:pPr><w:numPr><w:numId '
        'w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    tied = OUTLINE.replace('<w:lvlText w:val="%2.%3."/>', '<w:pStyle w:val="M3"/><w:lvlText w:val="%2.%3."/>')
    body = "".join(paragraph("x", f'<w:pStyle w:val="{style}"/>') for style in ("M1", "M2", "M3", "M1"))
    off = paragraph("không số", '<w:pStyle w:val="M1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    found = texts(read(tmp_path, body + off, styles=styles, numbering=definition(1, tied, "1")))
    assert found == ["I. x", "1. x", "1.1. x", "II. x", "không số"]


def test_a_list_style_holds_the_definition_for_others(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="DS"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = definition(1, levels(("decimal", "%1.")), "1") + definition(2, '<w:numStyleLink w:val="DS"/>', "2")
    assert texts(read(tmp_path, numbered("x", 2), styles=styles, numbering=numbering)) == ["1. x"]


def test_bullets_are_outer_or_inner_by_their_sign_and_by_the_bullets_above(tmp_path: Path) -> None:
    numbering = definition(1, OUTLINE, "1") + definition(2, levels(("bullet", "+")), "2")
    numbering += definition(3, levels(("bullet", "\uf0b7"), ("bullet", "o")), "3")
    body = numbered("a", 1, 4) + numbered("b", 2) + numbered("c", 3) + numbered("d", 3, 1)
    found = read(tmp_path, body, numbering=numbering).blocks
    assert [(block.kind, block.level) for block in found] == [
        ("bullet", 1),
        ("bullet", 2),
        ("bullet", 1),
        ("bullet", 2),
    ]


def test_a_numbered_paragraph_without_text_is_counted_and_a_hidden_one_is_not(tmp_path: Path) -> None:
    hidden = numbered("", 1).replace("</w:numPr>", "</w:numPr><w:rPr><w:vanish/></w:rPr>")
    body = numbered("x", 1) + numbered("", 1) + hidden + numbered("x", 1)
    found = texts(read(tmp_path, body, numbering=definition(1, levels(("decimal", "%1.")), "1")))
    assert found == ["1. x", "3. x"]


def test_a_paragraph_of_a_list_that_is_not_defined_has_no_number(tmp_path: Path) -> None:
    assert texts(read(tmp_path, numbered("x", 9), numbering=definition(1, OUTLINE, "1"))) == ["x"]
