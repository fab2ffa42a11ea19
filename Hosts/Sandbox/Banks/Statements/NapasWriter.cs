using System.Globalization;
using System.Text;
using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Banks.Statements;

/// <summary>
/// NAPAS's member file (A8): HR, DR and TR, tags in brackets, fixed widths. What the checksums are of is not documented: here MD5 of the line
/// before its tag, and of all of those.
/// </summary>
internal static class NapasWriter
{
    // Numbers are filled up with zeros before them (n), texts with blanks behind them (c). F50 and F9 as the source writes them.
    private static readonly (string Tag, int Width, bool IsNumber)[] Tags =
    [
        ("MTI", 5, true), ("F2", 19, false), ("F3", 6, false), ("SVC", 10, false), ("TCC", 2, false), ("F4", 12, true), ("RTA", 12, true), ("F49", 3, true),
        ("F5", 12, true), ("F50", 8, true), ("F9", 3, true), ("F6", 12, true), ("RCA", 12, true), ("F51", 3, true), ("F10", 8, true), ("F11", 8, true),
        ("F12", 6, true), ("F13", 4, true), ("F15", 4, true), ("F18", 4, true), ("F22", 3, true), ("F25", 2, true), ("F41", 8, false), ("ACQ", 8, false),
        ("ISS", 8, false), ("MID", 15, false), ("BNB", 8, false), ("F102", 28, false), ("F103", 28, false), ("SVFISSNP", 12, true), ("IRFISSACQ", 12, true),
        ("IRFISSBNB", 12, true), ("SVFACQNP", 12, true), ("IRFACQISS", 12, true), ("IRFACQBNB", 12, true), ("SVFBNBNP", 12, true), ("IRFBNBISS", 12, true),
        ("IRFBNBACQ", 12, true), ("F37", 12, false), ("F38", 6, false), ("TRN", 16, false), ("RRC", 4, true), ("RSV1", 100, false), ("RSV2", 100, false),
        ("RSV3", 100, false),
    ];

    /// <summary>Writes it.</summary>
    public static string Write(StatementHead head, IReadOnlyList<StatementRow> rows)
    {
        var text = new StringBuilder();
        var checksums = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"HR[REV]{"DVCQG",-8}[DATE]{head.Day:ddMMyyyy}\n");
        foreach (var row in rows)
        {
            var line = Detail(head, row);
            var checksum = Digests.Md5(line);
            checksums.Append(checksum);
            text.Append(line).Append("[CSR]").Append(checksum).Append('\n');
        }

        var made = BankClock.Local(head.MadeAt);
        text.Append(CultureInfo.InvariantCulture, $"TR[NOT]{rows.Count:D9}[CRE]{head.Bank,-20}[TIME]{made:HHmmss}[DATE]{made:ddMMyyyy}");
        return text.Append("[CSF]").Append(Digests.Md5(checksums.ToString())).Append('\n').ToString();
    }

    private static string Detail(StatementHead head, StatementRow row)
    {
        var (local, amount) = (BankClock.Local(row.At), row.Amount.ToString(CultureInfo.InvariantCulture));
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MTI"] = "210",
            ["F3"] = "000000",
            ["SVC"] = row.Kind switch { RowKind.Payment => "PAYMENT", RowKind.Refund => "REFUND", _ => "SETTLE" },
            ["F4"] = amount,
            ["RTA"] = amount,
            ["F5"] = amount,
            ["F6"] = amount,
            ["RCA"] = amount,
            ["F49"] = "704",
            ["F50"] = "704",
            ["F51"] = "704",
            ["F12"] = local.ToString("HHmmss", CultureInfo.InvariantCulture),
            ["F13"] = local.ToString("MMdd", CultureInfo.InvariantCulture),
            ["F15"] = head.Day.ToString("MMdd", CultureInfo.InvariantCulture),
            ["F103"] = row.Account,
            ["F37"] = row.No,
            ["RSV1"] = row.Reference ?? "",
        };
        var line = new StringBuilder("DR");
        foreach (var (tag, width, isNumber) in Tags)
        {
            var value = values.GetValueOrDefault(tag, "");
            line.Append('[').Append(tag).Append(']').Append(isNumber ? value.PadLeft(width, '0') : value.PadRight(width, ' '));
        }

        return line.ToString();
    }
}
