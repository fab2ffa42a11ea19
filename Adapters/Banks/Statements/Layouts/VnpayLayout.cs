using DichVuCong.Adapters.Banks.Statements.Text;

namespace DichVuCong.Adapters.Banks.Statements.Layouts;

/// <summary>
/// VNPAY's file of session T, 00:00:00 to 23:59:59, sent on T+1 (external-parties.md A1). Only the practice is documented, not the columns: they are
/// inferred, with the names of the payment interface, and amounts times 100 as there.
/// </summary>
public static class VnpayLayout
{
    private static readonly FieldLayout[] Fields =
    [
        new("vnp_TmnCode"), new("vnp_TxnRef"), new("vnp_TransactionNo"), new("vnp_Amount"), new("vnp_BankCode"), new("vnp_PayDate"), new("vnp_TransactionType"),
        new("vnp_TransactionStatus"),
    ];

    /// <summary>The layout.</summary>
    public static TextLayout Of(char separator = ',') => Session(separator) with { Answer = Answer(separator) };

    private static TextLayout Session(char separator) => new()
    {
        Name = "vnpay",
        IsInferred = true,
        HasColumnNames = true,
        DayInName = "yyyyMMdd",
        Detail = new() { Separator = separator, Fields = Fields },
        Line = new()
        {
            Amount = "vnp_Amount",
            UnitsPerDong = 100,
            PartnerReference = "vnp_TransactionNo",
            OurReference = "vnp_TxnRef",
            Account = "vnp_TmnCode",
            Status = "vnp_TransactionStatus",
            Time = new(["vnp_PayDate"], ["yyyyMMddHHmmss"]),
            DaysBefore = 0,
            Kind = "vnp_TransactionType",
            Kinds =
            [
                new("01", StatementKind.Payment, StatementDirection.Credit),
                new("02", StatementKind.Refund, StatementDirection.Debit),
                new("03", StatementKind.Refund, StatementDirection.Debit),
            ],
        },
    };

    private static TextLayout Answer(char separator)
    {
        var session = Session(separator);
        return session with
        {
            Name = "vnpay-answer",
            Detail = new() { Separator = separator, Fields = [.. Fields, new("ResultCode")] },
            Line = session.Line with { Result = "ResultCode" },
        };
    }
}
