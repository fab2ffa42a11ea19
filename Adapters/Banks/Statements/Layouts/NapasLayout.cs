using DichVuCong.Adapters.Banks.Statements.Text;
using static DichVuCong.Adapters.Banks.Statements.Text.FieldLayout;

namespace DichVuCong.Adapters.Banks.Statements.Layouts;

/// <summary>
/// NAPAS's member file: one record a line, tags in brackets, fixed widths (external-parties.md A8, from the code of two members). Its checksums are
/// not documented: MD5 of the line before <c>[CSR]</c>, and of all of those, are inferred.
/// </summary>
public static class NapasLayout
{
    /// <summary>The layout.</summary>
    /// <param name="f50Width">The width of F50; the source writes 8 for it and 3 for F9, which may be the wrong way round.</param>
    /// <param name="f9Width">The width of F9.</param>
    public static TextLayout Of(int f50Width = 8, int f9Width = 3) => new()
    {
        Name = "napas",
        IsInferred = true,
        Header = new() { Type = "HR", Fields = [Letters("REV", 8, "DVCQG"), Number("DATE", 8)] },
        Detail = new() { Type = "DR", Fields = Fields(f50Width, f9Width), Checksum = new("CSR", ChecksumRule.Line) },
        Trailer = new()
        {
            Type = "TR",
            Fields = [Number("NOT", 9), Letters("CRE", 20), Number("TIME", 6), Number("DATE", 8), new("CSF")],
            Checksum = new("CSF", ChecksumRule.LineChecksums),
        },
        Frame = new()
        {
            Day = new(["DATE"], ["ddMMyyyy"]),
            Count = "NOT",
            Creator = "CRE",
            Made = new(["DATE", "TIME"], ["ddMMyyyyHHmmss"]),
        },
        Line = new()
        {
            Amount = "F4",
            Currency = "F49",
            CurrencyCodes = ["704"],
            PartnerReference = "F37",
            OurReference = "RSV1",
            Account = "F103",
            Status = "RRC",
            Time = new(["F13", "F12"], ["MMddHHmmss"]),
            BankDate = new(["F15"], ["MMdd"]),
            Kind = "SVC",
            Kinds =
            [
                new("PAYMENT", StatementKind.Payment, StatementDirection.Credit),
                new("REFUND", StatementKind.Refund, StatementDirection.Debit),
                new("SETTLE", StatementKind.Settlement, StatementDirection.Debit),
                new("FEE", StatementKind.Fee, StatementDirection.Debit),
            ],
            Result = "RRC",
        },
    };

    private static FieldLayout[] Fields(int f50Width, int f9Width) =>
    [
        Number("MTI", 5, "210"), Letters("F2", 19), Letters("F3", 6, "000000"), Letters("SVC", 10), Letters("TCC", 2),
        Number("F4", 12), Number("RTA", 12), Number("F49", 3), Number("F5", 12), Number("F50", f50Width, "704"), Number("F9", f9Width), Number("F6", 12),
        Number("RCA", 12), Number("F51", 3, "704"), Number("F10", 8), Number("F11", 8), Number("F12", 6), Number("F13", 4), Number("F15", 4),
        Number("F18", 4), Number("F22", 3), Number("F25", 2), Letters("F41", 8), Letters("ACQ", 8), Letters("ISS", 8),
        Letters("MID", 15), Letters("BNB", 8), Letters("F102", 28), Letters("F103", 28), Number("SVFISSNP", 12),
        Number("IRFISSACQ", 12), Number("IRFISSBNB", 12), Number("SVFACQNP", 12), Number("IRFACQISS", 12), Number("IRFACQBNB", 12), Number("SVFBNBNP", 12),
        Number("IRFBNBISS", 12), Number("IRFBNBACQ", 12), Letters("F37", 12), Letters("F38", 6), Letters("TRN", 16),
        Number("RRC", 4), Letters("RSV1", 100), Letters("RSV2", 100), Letters("RSV3", 100), new("CSR"),
    ];
}
