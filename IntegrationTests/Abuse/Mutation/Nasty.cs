namespace DichVuCong.Abuse.Tests.Mutation;

/// <summary>Values that programs stumble over. Every text of a person that is made here holds <see cref="Canary"/>, which no log may show.</summary>
internal static class Nasty
{
    /// <summary>What must never be seen in a log.</summary>
    public const string Canary = "zqBiMatzq";

    /// <summary>Texts.</summary>
    public static readonly string[] Texts =
    [
        "", " ", "\0", "a\0b", "\u0001\u001f\u007f", "\r\nInjected: " + Canary, "\ud800", "\udc00x", "😀" + Canary, "\ufeff", "\ufffe\uffff", "\u202e" + Canary, "\u200b",
        "Nguye\u0302\u0303n Va\u0306n " + Canary, "Nguyễn Văn " + Canary, "NGUYỄN", "ﷺ", "İıſK", "null", "true", "NaN", "-1", "0", "1e400", "0x10", "٣", "１２３",
        "'; drop table dossier.dossier; --", "%s%n{0}{{x}}", "../../etc/passwd", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///\">]><a>&b;</a>", "{\"a\":" + "1}", "[]", "\"\"",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999-14:00", "2026-02-29", "2026-11-22T24:00:00+07:00", "20260229000000", "99991231235959", "00010101000000",
        "00000000000000", "19691231235959", "/Date(1700000000000)/", "/Date(9223372036854775807)/", "2026-13-45", "1.000656", "1.000656.000.00.00.H29", "H29", "000.00.00.H29",
        "H29-261122-5000001", "H29.168-991332-9999999", "79", "26740", "1".PadLeft(400, '0'), "001090000018", "0981234567", "+84981234567", "a@b", "a@" + new string('b', 300) + ".vn",
        "http://127.0.0.1:9/x", "file:///etc/passwd", "http://[::1", "http://u:p@h/", "javascript:1", "http://a/" + new string('%', 50), "sms", "email", "True", "False", "2", "11", "-2147483649",
    ];

    /// <summary>JSON that is no text.</summary>
    public static readonly string[] Leaves =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "11", "1.5", "1e400", "-1e400", "1E-400", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "2147483648",
        "79228162514264337593543950336", "0.1e1", "1e5", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"\":null}", "\"\\ud800\"", "\"\\u0000\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"",
        "NaN", "Infinity", "undefined", "01", "+1", ".5", "'a'", "\"a\nb\"", "\"\\x41\"", "", "/*c*/1", "new Date(0)", "\"\\u00\"", "\"abc", "{\"a\":1", "[1,2", "}", "]", ",", "0e", "1_000",
    ];

    /// <summary>Names of members.</summary>
    public static readonly string[] Names =
        ["", "__proto__", "$type", "$ref", "\0", "\ud800", "a.b", "a[0]", "$", "DATA", "Data", "data ", "session", "SERVICE", "submissionid", "SubmissionId", Canary, "ᵃ", "form"];

    /// <summary>A text, sometimes a very long one.</summary>
    public static string Text(Dice dice) => dice.Below(60) switch
    {
        0 => new string('x', 70_000),
        1 => string.Concat(Enumerable.Repeat("e\u0302\u0301", 3_000)),
        2 => Long(dice, 20) + Canary,
        3 => Long(dice, 600),
        4 => Canary + new string('Đ', 2001),
        5 when dice.OnceIn(20) => new string('\\', 500_000),
        6 when dice.OnceIn(20) => string.Concat(Enumerable.Repeat("{\"a\":", 50_000)),
        _ => dice.Pick(Texts),
    };

    private static string Long(Dice dice, int length) =>
        string.Create(length, dice, static (text, dice) =>
        {
            foreach (ref var letter in text) letter = (char)dice.Below(0x2fff);
        });
}
