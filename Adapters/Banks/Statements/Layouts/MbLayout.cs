using DichVuCong.Adapters.Banks.Statements.Text;

namespace DichVuCong.Adapters.Banks.Statements.Layouts;

/// <summary>
/// The e-commerce file of a bank in MB's style: CR LF, an MD5 of each line's values joined without a separator, and a footer whose MD5 is that of
/// its time and count (external-parties.md A8, from code). The separator, the record types and the transaction types are inferred.
/// </summary>
public static class MbLayout
{
    /// <summary>The layout.</summary>
    public static TextLayout Of(char separator = '|', string detail = "DR", string footer = "TR") => new()
    {
        Name = "mb",
        IsInferred = true,
        LineEnd = "\r\n",
        DayInName = "yyyyMMdd",
        Detail = new()
        {
            Type = detail,
            Separator = separator,
            Fields =
            [
                new("RecordType"), new("RcReconcile"), new("CurCode"), new("MsgType", Fill: "PAY"), new("Amount"), new("Fee", Fill: "0"), new("RequestId"), new("TranDate"),
                new("ChanelId"), new("BankTrxSeq"), new("RetRefNumber"), new("BankResponseCode"), new("CardID"), new("Account"), new("Cardnumber"), new("TransType"),
                new("Checksum"),
            ],
            Checksum = new("Checksum", ChecksumRule.Values),
        },
        Trailer = new()
        {
            Type = footer,
            Separator = separator,
            Fields = [new("RecordType"), new("Count"), new("Creator"), new("TimeCreate"), new("Checksum")],
            Checksum = new("Checksum", ChecksumRule.Values, ["TimeCreate", "Count"]),
        },
        Frame = new() { Count = "Count", Creator = "Creator", Made = new(["TimeCreate"], ["yyyyMMddHHmmss"]) },
        Line = new()
        {
            Amount = "Amount",
            PlainNumbers = ["Amount", "Fee"],
            Currency = "CurCode",
            PartnerReference = "BankTrxSeq",
            OurReference = "RequestId",
            Account = "Account",
            Status = "BankResponseCode",
            Time = new(["TranDate"], ["yyyyMMddHHmmss"]),
            Kind = "TransType",
            Kinds =
            [
                new("PAY", StatementKind.Payment, StatementDirection.Credit),
                new("REFUND", StatementKind.Refund, StatementDirection.Debit),
                new("SETTLE", StatementKind.Settlement, StatementDirection.Debit),
                new("FEE", StatementKind.Fee, StatementDirection.Debit),
            ],
            Result = "RcReconcile",
        },
    };
}
